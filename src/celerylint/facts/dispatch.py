"""Dispatches: a task of this file sent, or made into a signature."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.task import Task, task_of
from celerylint.syntax.index import descendants
from celerylint.syntax.value import text_of

PASSING = frozenset({"delay", "delay_on_commit", "s", "si"})
"""Methods whose arguments are the task's own."""

_METHODS = PASSING | {"apply_async", "apply_async_on_commit", "signature", "subtask"}
_SIGNATURES = frozenset({"s", "si", "signature", "subtask"})


class Keyword(NamedTuple):
    """A keyword argument of a dispatch."""

    name: str
    span: Span


class Dispatch:
    """A call of `delay`, `apply_async`, `s`, `si` … on a task, or on a signature made of it."""

    words = (".delay", ".s(", ".si(", ".apply_async", ".signature", ".subtask")

    def __init__(self, module: Module, node: ast.Call, task: Task, method: str) -> None:
        self.module = module
        self.node = node
        self.task = task
        self.method = method

    @classmethod
    def find(cls, module: Module) -> Iterable[Dispatch]:
        for call in module.index.all(ast.Call) if module.all(Task) else ():
            function = call.func
            if isinstance(function, ast.Attribute) and function.attr in _METHODS:
                task = _receiver(module, function.value)
                if task:
                    yield cls(module, call, task, function.attr)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def passes_arguments(self) -> bool:
        """Whether the arguments of the call are handed to the task's function as they are."""
        return self.method in PASSING

    @cached_property
    def keywords(self) -> list[Keyword]:
        """The keyword arguments, `**` left out."""
        return [Keyword(keyword.arg, self.module.span(keyword)) for keyword in self.node.keywords if keyword.arg]

    def is_taken(self, name: str) -> bool:
        """Whether the task's function takes a keyword argument, itself or in its `**kwargs`."""
        parameters = self.task.parameters
        if self.task.is_wrapped or parameters.takes(name):
            return True
        return parameters.double_star is not None and self._may_read(parameters.double_star, name)

    def _may_read(self, double_star: str, name: str) -> bool:
        """Whether the function reads that key of its `**kwargs`, or hands them on to where it cannot be seen."""
        for node in descendants(self.task.node):
            if not (isinstance(node, ast.Name) and node.id == double_star):
                continue
            key = self._key_read(node)
            if key is None or key == name:
                return True
        return False

    def _key_read(self, node: ast.Name) -> str | None:
        parent = self.module.index.parents[node]
        if isinstance(parent, ast.Subscript):
            return text_of(parent.slice, self.module.scopes)
        call = self.module.index.parents[parent]
        if (
            isinstance(parent, ast.Attribute)
            and parent.attr in ("get", "pop")
            and isinstance(call, ast.Call)
            and call.args
        ):
            return text_of(call.args[0], self.module.scopes)
        return None


def _receiver(module: Module, node: ast.expr) -> Task | None:
    """The task that is dispatched: the expression itself, or what its signature was made of."""
    node = module.scopes.assigned(node) or node
    while isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _SIGNATURES:
        node = node.func.value
    return task_of(module, node)
