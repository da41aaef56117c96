"""Places where task code ends the process that it runs in."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.handler import EXITS, caught
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCall, TaskCode
from celerylint.syntax.flow import handlers_around
from celerylint.syntax.node import callee, last_name

_SYSTEM_EXIT = "builtins.SystemExit"
_WORDS = frozenset({"exit", "_exit", "quit", "SystemExit"})
_MEANT = regex(r"(?i)exit|kill|crash|shut_?down|restart|terminat|chaos")
_CATCHING = ("SystemExit", "BaseException", "except:")
_TAKERS = frozenset({_SYSTEM_EXIT, "builtins.BaseException"})


class Exit:
    """A call of `sys.exit` and its like, or `raise SystemExit`, that a task comes to by plain calls."""

    of = TaskCode
    words = ("exit", "_exit", "quit", "SystemExit")

    def __init__(self, code: TaskCode, node: ast.Call | ast.Raise, name: str) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.name = name

    @classmethod
    def find(cls, module: Module) -> Iterable[Exit]:
        if ".fork(" in module.source.text:
            return  # the child of a fork has to exit
        found = [exit_ for code in module.all(TaskCode) for exit_ in cls._of_code(code)]
        helpers = _called_helpers(module) if any(not each.code.is_run_by_celery for each in found) else set()
        yield from (each for each in found if each.code.is_run_by_celery or each.code.node in helpers)

    @classmethod
    def _of_code(cls, code: TaskCode) -> Iterator[Exit]:
        if _MEANT.search(code.name):
            return  # a function called so ends the process on purpose
        module = code.module
        named: list[tuple[ast.Call | ast.Raise, ast.expr]] = [(call, call.func) for call in code.calls]
        for statement in code.all(ast.Raise):
            raised = callee(statement.exc)
            if raised:
                named.append((statement, raised))
        for node, function in named:
            word = last_name(function)
            meant = EXITS if isinstance(node, ast.Call) else {_SYSTEM_EXIT}
            if word in _WORDS and module.scopes.qualified(function) in meant and not _is_caught(module, node):
                yield cls(code, node, module.source.excerpt(module.span(function)))

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)


def _called_helpers(module: Module) -> set[ast.AST]:
    """The functions that task code calls itself; none if the file takes an exit anywhere."""
    if any(_takes(module, handler) for handler in module.index.all(ast.ExceptHandler, *_CATCHING)):
        return set()
    return {call.function for call in module.all(TaskCall)}


def _takes(module: Module, handler: ast.ExceptHandler) -> bool:
    return handler.type is None or not _TAKERS.isdisjoint(kind or "" for kind in caught(module.scopes, handler))


def _is_caught(module: Module, node: ast.AST) -> bool:
    """Whether a `try` of the same function takes SystemExit."""
    return any(_takes(module, each) for each in handlers_around(module.index, node))
