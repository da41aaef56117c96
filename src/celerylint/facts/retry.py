"""Retries by hand: calls of a task's `retry`."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.names import CURRENT_TASK
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.task import Task, task_of
from celerylint.syntax.flow import following
from celerylint.syntax.index import FUNCTIONS, TRIES
from celerylint.syntax.value import UNKNOWN, fold

_RAISED = frozenset({"Retry", "MaxRetriesExceededError"})


class Retry:
    """A call of `retry` on a task: the bound first parameter, `self` of a task class, `current_task`, or the task's
    own name. It sends the task again and raises `Retry` (celery.app.task.Task.retry), unless `throw=False`."""

    words = (".retry",)

    def __init__(self, module: Module, node: ast.Call, receiver: str, task: Task | None) -> None:
        self.module = module
        self.node = node
        self.receiver = receiver
        self.task = task

    @classmethod
    def find(cls, module: Module) -> Iterable[Retry]:
        for call in module.index.calls("retry"):
            function = call.func
            if isinstance(function, ast.Attribute):
                task = task_of(module, function.value)
                if task or module.scopes.qualified(function.value) in CURRENT_TASK:
                    yield cls(module, call, ast.unparse(function.value), task)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def is_discarded(self) -> bool:
        """Whether the call stands alone as a statement."""
        return isinstance(self.module.index.parents[self.node], ast.Expr)

    @property
    def is_returned(self) -> bool:
        """Whether the call is the value of a `return`."""
        return isinstance(self.module.index.parents[self.node], ast.Return)

    @cached_property
    def throws(self) -> bool | None:
        """Whether the call raises `Retry`; None if `throw` cannot be seen."""
        for keyword in self.node.keywords:
            if keyword.arg is None:
                return None
            if keyword.arg == "throw":
                value = fold(keyword.value, self.module.scopes)
                return None if value is UNKNOWN else bool(value)
        return True

    @property
    def is_followed_by_exit(self) -> bool:
        """Whether the next statement returns or raises."""
        statement = self.module.index.statement(self.node)
        parent = self.module.index.parents[statement]
        for block in (getattr(parent, name, None) for name in ("body", "orelse", "finalbody")):
            if isinstance(block, list) and statement in block:
                return isinstance(following(statement, block), (ast.Return, ast.Raise))
        return False

    @property
    def is_expected_to_raise(self) -> bool:
        """Whether a `try` around the call has a handler of what it raises: Retry, or MaxRetriesExceededError."""
        below: ast.AST = self.node
        for above in self.module.index.ancestors(self.node):
            if isinstance(above, FUNCTIONS):
                return False
            if isinstance(above, TRIES) and below in above.body:  # type: ignore[attr-defined]
                named = [node for handler in above.handlers if handler.type for node in ast.walk(handler.type)]  # type: ignore[attr-defined]
                if any(getattr(node, "attr", getattr(node, "id", "")) in _RAISED for node in named):
                    return True
            below = above
        return False
