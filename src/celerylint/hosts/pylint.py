"""The pylint plugin: one checker, one message a rule."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from pylint.checkers import BaseChecker
from pylint.exceptions import InvalidMessageError
from pylint.interfaces import HIGH

from celerylint.core.rule import DOCUMENTATION, Rule, Severity
from celerylint.core.settings import SettingsError
from celerylint.core.span import Span
from celerylint.hosts.config_file import config_for
from celerylint.linter.catalogue import Entry, all_rules, entries, summary
from celerylint.linter.check import Checked, check, may_concern_bytes, project_around, rules_for
from celerylint.syntax.source import SourceError, decode, parse

if TYPE_CHECKING:
    from astroid import nodes
    from pylint.lint import PyLinter

_LETTERS = {Severity.ERROR: "E", Severity.WARNING: "W", Severity.NOTE: "C"}
_FAILURE = ("E9000", "celery-internal-error")


def message_id(rule: Rule | Entry) -> str:
    """`E9201` for CEL201, an error."""
    return f"{_LETTERS[rule.severity]}9{rule.code[3:]}"


def symbol(rule: Rule) -> str:
    """`celery-retry-without-bind`."""
    return f"celery-{rule.name}"


def _messages() -> dict[str, Any]:
    messages: dict[str, Any] = {
        _FAILURE[0]: ("%s", _FAILURE[1], "A rule of celerylint failed; please report it.", {"shared": True})
    }
    for rule in all_rules():
        # The CEL code is accepted wherever pylint takes a message; an old name needs an id of its own.
        old = [(f"{_LETTERS[rule.severity]}7{rule.code[3:]}", rule.code)]
        description = f"{summary(rule)} See {DOCUMENTATION}/{rule.name}/"
        messages[message_id(rule)] = ("%s", symbol(rule), description, {"old_names": old, "shared": True})
    return messages


class CeleryChecker(BaseChecker):
    """Reports the linter's findings; which rules are on is decided by the settings of each file."""

    name = "celery"
    msgs = _messages()

    def visit_module(self, node: nodes.Module) -> None:
        """Check a file; an internal error is one message, since pylint would lose its own."""
        with node.stream() as stream:
            data = stream.read()
        try:
            findings, failures = self._checked(node.file or "", data)
        except SourceError:
            return  # pylint names it itself
        except SettingsError as error:
            findings, failures = [], [str(error)]
        except Exception as error:
            findings, failures = [], [f"internal error: {type(error).__name__}: {' '.join(str(error).split())}"]
        for failure in failures:
            self._report(node, _FAILURE[1], Span(1, 0, 1, 0), failure)
        for finding in findings:
            self._report(node, f"celery-{finding.name}", finding.span, finding.message)

    def _checked(self, path: str, data: bytes) -> Checked:
        config = config_for(path)
        if not may_concern_bytes(data, config.settings):
            return Checked([], [])
        named = tuple(rule.code for rule in entries() if self._is_named(rule))
        settings = config.settings._replace(extend_select=config.settings.extend_select + named)
        rules = [rule for rule in rules_for(config.relative(path), settings) if message_id(rule) in self.msgs]
        text = decode(data)
        project = project_around(path, config.settings)
        return check(path, text, parse(text), config.settings, rules, project)

    def _is_named(self, rule: Entry) -> bool:
        """Whether pylint's own `enable` names the message: only then has it a state before any comment."""
        states: dict[str, bool] = self.linter._msgs_state
        return states.get(message_id(rule)) is True

    def _report(self, node: nodes.Module, message: str, span: Span, text: str) -> None:
        self.add_message(
            message,
            line=span.line,
            node=node,
            args=text,
            confidence=HIGH,
            col_offset=span.column,
            end_lineno=span.end_line,
            end_col_offset=span.end_column,
        )


def register(linter: PyLinter) -> None:
    """What pylint calls for a plugin. A message id that another plugin has taken is dropped with a warning."""
    if any(isinstance(known, CeleryChecker) for known in linter.get_checkers()):
        return  # pylint 3 registers plugins once more in each of its processes, beside the checkers it was sent
    checker = CeleryChecker(linter)
    taken = []
    for identifier, (_, name, *_rest) in checker.msgs.items():
        try:
            linter.msgs_store.message_id_store.check_msgid_and_symbol(identifier, name)
        except InvalidMessageError as error:
            taken.append(identifier)
            warnings.warn(f"celerylint: {name} is left out: {error}", stacklevel=2)
    checker.msgs = {key: value for key, value in checker.msgs.items() if key not in taken}
    linter.register_checker(checker)
