"""Loggers that one file asks for twice: for its tasks and for itself."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.logs import MODULE_LOGGERS, TASK_LOGGERS
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.syntax.node import argument, is_name
from celerylint.syntax.value import text_of


class SharedLogger:
    """A call of Celery's `get_task_logger` with a name by which the same file calls `logging.getLogger`."""

    words = ("get_task_logger",)

    def __init__(self, module: Module, node: ast.Call) -> None:
        self.module = module
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[SharedLogger]:
        tasks = [(call, name) for call, name in _named(module, "get_task_logger") if name]
        own = {name for _, name in _named(module, "getLogger")} if tasks else set()
        return (cls(module, call) for call, name in tasks if name in own)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def name(self) -> str:
        """The name of the logger as the source spells it."""
        given = argument(self.node, 0, "name")
        return ast.unparse(given) if given else ""


def _named(module: Module, function: str) -> list[tuple[ast.Call, str]]:
    """The calls of a function that gives loggers, and the name that each is given; empty if that is not known."""
    known = TASK_LOGGERS | MODULE_LOGGERS
    calls = [call for call in module.index.calls(function) if module.scopes.qualified(call.func) in known]
    return [(call, _name(module, argument(call, 0, "name"))) for call in calls]


def _name(module: Module, node: ast.expr | None) -> str:
    if node is not None and is_name(node, "__name__"):
        return "__name__"
    return text_of(node, module.scopes) or ""
