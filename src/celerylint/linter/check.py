"""One file checked: text in, findings out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fnmatch import fnmatch
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from celerylint.core.settings import Settings

if TYPE_CHECKING:
    import ast

    from celerylint.core.rule import Check, Finding, Rule
    from celerylint.facts.project import Project
    from celerylint.linter.catalogue import Entry
    from celerylint.linter.versions import Seen

# Tasks of other files, and modules of settings alone, need not say Celery, nor need the module of an app's tasks.
_WORDS = ("elery", "ELERY", ".delay", ".apply_async", "broker_url", "beat_schedule")
_OF_TASKS = ("task_serializer", "task_routes", ".task(", ".task\n", ".task\r")  # each takes a 250th of parsing
NEEDLES = (*_WORDS, *_OF_TASKS)
"""Texts without any of which, and of those that the settings name, a file holds no task, dispatch, schedule or setting
of Celery."""

_TEST_FOLDERS = frozenset(("test", "tests"))
_TEST_SERIES = "9"


class Checked(NamedTuple):
    """What checking a file gave. `failures` are internal errors, one line each, that name the rule."""

    findings: list[Finding]
    failures: list[str]


@cache
def _words(decorators: tuple[str, ...], bases: tuple[str, ...]) -> tuple[str, ...]:
    own = (word.strip("*").rpartition(".")[2] or word.strip("*.") for word in (*decorators, *bases))
    return (*_WORDS, *own)


@cache
def _encoded(words: tuple[str, ...]) -> tuple[bytes, ...]:
    return tuple(word.encode() for word in words)


def may_concern(text: str, settings: Settings) -> bool:
    """Whether a file can hold anything that a rule speaks of."""
    for word in _words(settings.task_decorators, settings.task_bases):
        if word in text:
            return True
    return "task" in text and any(needle in text for needle in _OF_TASKS)


def may_concern_bytes(data: bytes, settings: Settings) -> bool:
    """The same for a file that is not decoded yet: the needles of Celery itself are ASCII in every usual coding."""
    for word in _encoded(_words(settings.task_decorators, settings.task_bases)):
        if word in data:
            return True
    return b"task" in data and any(needle in data for needle in _encoded(_OF_TASKS))


def is_test_file(relative_path: str) -> bool:
    """Whether a path, relative to the settings file or the repository's root, is a test's."""
    *folders, name = relative_path.replace("\\", "/").split("/")
    is_named_so = name == "conftest.py" or name.endswith("_test.py")
    return is_named_so or (name.startswith("test_") and name.endswith(".py")) or not _TEST_FOLDERS.isdisjoint(folders)


def rules_for(relative_path: str, settings: Settings, *, per_file: bool = True) -> tuple[Entry, ...]:
    """The rules that are on for a file. Test files are judged by the 9xx rules only."""
    from celerylint.linter.selection import selected

    rules = selected(_narrowed(relative_path, settings) if per_file and settings.per_file_ignores else settings)
    return tuple(rule for rule in rules if rule.code[3] == _TEST_SERIES) if is_test_file(relative_path) else rules


def own_rules_for(relative_path: str, settings: Settings) -> frozenset[str]:
    """The codes of the rules about suppressions that are on for a file."""
    from celerylint.linter.selection import own_selected

    return own_selected(_narrowed(relative_path, settings) if settings.per_file_ignores else settings)


def _narrowed(relative_path: str, settings: Settings) -> Settings:
    ignored = settings.ignore
    for pattern, codes in settings.per_file_ignores:
        if matches_glob(relative_path, pattern):
            ignored += codes
    return settings._replace(ignore=ignored)


def matches_glob(relative_path: str, pattern: str) -> bool:
    """Whether a path, one of its folders or its file name matches a glob; what begins with `./` does so from the top.

    >>> matches_glob("app/legacy/jobs.py", "app/legacy"), matches_glob("app/jobs_pb2.py", "*_pb2.py")
    (True, True)
    >>> matches_glob("app/docs/conf.py", "docs"), matches_glob("app/docs/conf.py", "./docs")
    (True, False)
    """
    is_anywhere = "/" not in pattern.rstrip("/")
    pattern = pattern.removeprefix("./").rstrip("/")
    parts = relative_path.split("/")
    paths = ["/".join(parts[:count]) for count in range(1, len(parts) + 1)]
    return any(fnmatch(path, pattern) for path in paths) or (
        is_anywhere and any(fnmatch(part, pattern) for part in parts)
    )


class _Plan:
    """The checks of rules by the kind of fact that they look at: a kind that a file cannot hold costs little, and the
    rules that look at nothing else are not imported."""

    def __init__(self, rules: tuple[Rule | Entry, ...]) -> None:
        from celerylint.facts.needs import Gate, Needs
        from celerylint.linter.rule_table import KINDS

        self.rules: dict[str, list[Rule | Entry]] = {}
        for rule in rules:
            for kind in rule.kinds:
                self.rules.setdefault(kind, []).append(rule)
        self.wordless = {kind for kind, asking in self.rules.items() if not any(rule.words for rule in asking)}
        self.of = {kind: KINDS[kind][1] for kind in self.rules if kind in KINDS and KINDS[kind][1]}
        needs = {kind: Needs(*row[1:]) for kind, row in KINDS.items()}
        needs |= {rule.code: Needs(rule.kinds, rule.words) for rule in rules if rule.words}
        self.gate = Gate(needs, [*self.rules, *(rule.code for rule in rules if rule.words)])
        self._modules = {kind: row[0] for kind, row in KINDS.items()}
        self._kinds: dict[str, type[Any]] = {}
        self._checks: dict[tuple[str, str], list[Check[Any]]] = {}

    def kind(self, name: str) -> type[Any]:
        """A kind by its name."""
        found = self._kinds.get(name)
        if found is None:
            if name in self._modules:
                found = getattr(import_module(f"celerylint.facts.{self._modules[name]}"), name)
            else:
                kinds = (kind for rule in self.rules[name] for kind, _ in rule.checks)
                found = next(kind for kind in kinds if kind.__name__ == name)
            self._kinds[name] = found
        return found

    def checks(self, rule: Rule | Entry, kind: str) -> list[Check[Any]]:
        """The checks of a rule that look at a kind."""
        found = self._checks.get((rule.code, kind))
        if found is None:
            found = self._checks[rule.code, kind] = [check for each, check in rule.checks if each.__name__ == kind]
        return found


_plan = cache(_Plan)


def check(
    path: str,
    text: str,
    tree: ast.Module,
    settings: Settings,
    rules: Iterable[Rule | Entry],
    project: Callable[[], Project] | None = None,
) -> Checked:
    """Apply rules to a parsed file. Never raises: a rule that fails becomes a line in `failures`."""
    # A run without a candidate has no use for them.
    from celerylint.core.span import ELSEWHERE
    from celerylint.facts.needs import Spoken
    from celerylint.syntax.source import Source

    plan = _plan(tuple(rules))
    spoken = Spoken(Source(path, text, tree), settings)
    held = plan.gate.held(spoken)
    open_rules = {
        kind: rules if kind in plan.wordless else [rule for rule in rules if not rule.words or held.get(rule.code)]
        for kind, rules in plan.rules.items()
        if held.get(kind)
    }
    if not any(open_rules.values()):
        return Checked([], [])
    from celerylint.facts.module import Module
    from celerylint.facts.project import UNKNOWN_PROJECT

    module = Module(spoken.source, settings, project() if project else UNKNOWN_PROJECT, spoken=spoken, held=held)
    known: dict[str, bool] = {}

    def holds_any(kinds: tuple[str, ...]) -> bool:
        for kind in kinds:
            if kind not in known:
                known[kind] = bool(module.all(plan.kind(kind)))
            if known[kind]:
                return True
        return False

    found: dict[tuple[object, ...], Finding] = {}
    failures = []
    for kind, asking in open_rules.items():
        if not asking:
            continue
        try:
            # Where there is none of what a kind is of, its module need not be imported.
            if kind in plan.of and not holds_any(plan.of[kind]):
                continue
            facts = module.all(plan.kind(kind))
        except Exception as error:
            failures += [_failure(rule, error) for rule in asking]
            continue
        for rule in asking if facts else ():  # what there is none of needs no rule to be imported
            try:
                for function in plan.checks(rule, kind):
                    for fact in facts:
                        for finding in function(fact):
                            if finding.span is not ELSEWHERE:
                                found.setdefault((finding.span, finding.code), finding)
            except Exception as error:
                failures.append(_failure(rule, error))
    module.close()
    return Checked(sorted(found.values(), key=lambda finding: (finding.span[:2], finding.code)), failures)


def project_around(
    path: str, settings: Settings, cache: str | None = None, unsaved: str | None = None, seen: Seen | None = None
) -> Callable[[], Project]:
    """What looks at the other files of the project around a file, once somebody asks. `cache` is a folder, by default
    the user's, empty for none; `unsaved` the text of the file if that is not what is on the disk; `seen` is told what
    was looked at."""

    def look() -> Project:
        from celerylint.linter.kept import default_folder
        from celerylint.linter.project import index_for
        from celerylint.linter.tables import tables_in

        return index_for(path, settings, tables_in(default_folder() if cache is None else cache), unsaved, seen)

    return look


def _failure(rule: Rule | Entry, error: Exception) -> str:
    cause = " ".join(str(error).split())[:200]
    return f"internal error in {rule.code} {rule.name}: {type(error).__name__}: {cause}"
