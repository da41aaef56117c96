"""The flake8 plugin. Imports nothing of flake8 unless a settings file is broken."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from typing import Any, ClassVar

from celerylint import __version__
from celerylint.core.settings import SettingsError
from celerylint.hosts.config_file import config_for
from celerylint.linter.check import check, may_concern, project_around, rules_for

Violation = tuple[int, int, str, type["Plugin"]]


class Plugin:
    """What flake8 makes for each file: `run` yields (line from 1, column from 0, "CELnnn message", type)."""

    name = "celerylint"
    version = __version__
    _selected: ClassVar[tuple[str, ...]] = ()

    def __init__(self, tree: ast.Module, lines: list[str], filename: str) -> None:
        self._tree = tree
        self._lines = lines
        self._filename = filename

    @classmethod
    def parse_options(cls, options: Any) -> None:
        """Note what flake8's own `select` and `extend-select` name by more than the bare prefix.

        Broken settings of the paths given end the run here, before flake8 starts processes: a process that raises
        makes it kill the others, and one killed while it hands over its findings leaves flake8 waiting for ever.
        """
        from celerylint.linter.selection import PREFIX

        for path in options.filenames:
            _check_settings(os.path.join(path, "") if os.path.isdir(path) else path)

        named = [*(options.select or ()), *(getattr(options, "extend_select", None) or ())]
        cls._selected = tuple(code for code in named if code.startswith(PREFIX) and len(code) > len(PREFIX))

    def run(self) -> Iterator[Violation]:
        """The findings; an internal error is one CEL000, since flake8 would lose every finding of the run."""
        text = "".join(self._lines)
        try:
            config = config_for(self._filename)
            if not may_concern(text, config.settings):
                return
            relative = config.relative(self._filename)
            rules = rules_for(relative, self._with_selected(config.settings), per_file=False)
            project = project_around(self._filename, config.settings)
            findings, failures = check(self._filename, text, self._tree, config.settings, rules, project)
        except SettingsError as error:
            raise _execution_error(error) from None
        except Exception as error:
            findings, failures = [], [f"internal error: {type(error).__name__}: {' '.join(str(error).split())}"]
        for failure in failures:
            yield 1, 0, f"CEL000 {failure}", type(self)
        for finding in findings:
            yield finding.span.line, finding.span.column, f"{finding.code} {finding.message}", type(self)

    def _with_selected(self, settings: Any) -> Any:
        if not self._selected:
            return settings
        from celerylint.linter.catalogue import entries

        known = tuple(code for code in self._selected if any(rule.code.startswith(code) for rule in entries()))
        return settings._replace(extend_select=settings.extend_select + known) if known else settings


def _check_settings(path: str) -> None:
    try:
        config = config_for(path)
        if config.path:
            rules_for("", config.settings)
    except SettingsError as error:
        raise _execution_error(error) from None


def _execution_error(error: SettingsError) -> Exception:
    from flake8.exceptions import ExecutionError

    made: Exception = ExecutionError(f"celerylint: {error}")
    return made
