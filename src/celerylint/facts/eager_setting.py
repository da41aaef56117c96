"""Where tests make tasks run at once."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.in_test import is_in_test
from celerylint.facts.module import Module
from celerylint.facts.setting import name_span
from celerylint.syntax.node import last_name
from celerylint.syntax.value import fold

_NAMES = ("task_always_eager", "TASK_ALWAYS_EAGER", "CELERY_TASK_ALWAYS_EAGER", "CELERY_ALWAYS_EAGER")
_TESTING = frozenset({"test", "tests", "testing", "testcase", "unittest", "unittests", "pytest"})
_WORDS = regex(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_PROPAGATES = regex(r"(?i)eager_propagates")
_RESULTS = regex(r"\.(get\(|successful|failed|state|status|result|maybe_throw)\b")
_WORKERS = regex(r"\b(celery_worker|celery_session_worker|start_worker|setup_worker)\b")


class EagerSetting:
    """`task_always_eager`, under any of its names, set to true: in settings, a fixture, a decorator, by monkeypatch."""

    words = ("*always_eager", "*ALWAYS_EAGER")

    def __init__(self, module: Module, name: str, node: ast.expr | ast.keyword, is_first: bool) -> None:
        self.module = module
        self.name = name
        self.node = node
        self.is_first = is_first

    @cached_property
    def span(self) -> Span:
        """The place of the name."""
        return name_span(self.module, self.node)

    @classmethod
    def find(cls, module: Module) -> Iterable[EagerSetting]:
        found = [*_assigned(module), *_given(module), *_listed(module)]
        places = [
            (place, name) for name, place, value in found if name in _NAMES and fold(value, module.scopes) is True
        ]
        for number, (place, name) in enumerate(sorted(places, key=lambda pair: module.span(pair[0]))):
            yield cls(module, name, place, is_first=number == 0)

    @property
    def is_for_tests(self) -> bool:
        """Whether it stands in a test, or in settings that are a test's by their file, class or condition."""
        if is_in_test(self.module, self.node):
            return True
        path = self.module.source.path.replace("\\", "/").removesuffix(".py").split("/")[-2:]
        around = list(self.module.index.ancestors(self.node))
        classes = [above for above in around if isinstance(above, ast.ClassDef)]
        said = [name for above in classes for name in (above.name, *map(last_name, above.bases))]
        said += [ast.unparse(above.test) for above in around if isinstance(above, ast.If)]
        words = _WORDS.findall(" ".join((*path, *said)))
        return not _TESTING.isdisjoint(word.lower() for word in words)

    @property
    def may_raise(self) -> bool:
        """Whether the file says that a failure is raised, or may have it from another file."""
        imports = self.module.index.own(self.module.index.tree, ast.ImportFrom)
        takes_all = any(alias.name == "*" for node in imports for alias in node.names)
        return takes_all or self.module.says(_PROPAGATES)

    @property
    def results_are_read(self) -> bool:
        """Whether something in the file may look at results, so that a failure is seen."""
        return self.module.says(_RESULTS)

    @property
    def is_only_way(self) -> bool:
        """Whether the file has tests, and none of them uses a worker."""
        text = self.module.source.text
        has_tests = any(function.name.startswith("test") for function in self.module.index.functions("def test"))
        return has_tests and "store_eager_result" not in text and uses_no_worker(self.module)


def uses_no_worker(module: Module) -> bool:
    """Whether nothing in the file starts a worker for its tests."""
    return not module.says(_WORKERS)


def _assigned(module: Module) -> Iterator[tuple[str, ast.expr, ast.expr]]:
    """`CELERY_TASK_ALWAYS_EAGER = True`, `app.conf.task_always_eager = True`, `conf["task_always_eager"] = True`."""
    for node in module.index.all(ast.Assign, *_NAMES):
        for target in node.targets:
            key = fold(target.slice, module.scopes) if isinstance(target, ast.Subscript) else last_name(target)
            place = target.slice if isinstance(target, ast.Subscript) else target
            yield str(key), place, node.value


def _given(module: Module) -> Iterator[tuple[str, ast.expr | ast.keyword, ast.expr]]:
    """`override_settings(CELERY_TASK_ALWAYS_EAGER=True)`, `setattr(conf, "task_always_eager", True)`."""
    for call in module.index.all(ast.Call, *_NAMES):
        yield from ((keyword.arg or "", keyword, keyword.value) for keyword in call.keywords)
        for name, value in zip(call.args, call.args[1:], strict=False):
            if isinstance(name, ast.Constant):
                yield str(name.value).rpartition(".")[2], name, value


def _listed(module: Module) -> Iterator[tuple[str, ast.expr, ast.expr]]:
    """`{"task_always_eager": True}`."""
    for node in module.index.all(ast.Dict, *_NAMES):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant):
                yield str(key.value), key, value
