"""Tasks that put another one in their place."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.task import Task, task_of
from celerylint.syntax.flow import next_statement
from celerylint.syntax.index import FUNCTIONS, TRIES
from celerylint.syntax.node import WITHS, callee, is_none, last_name

_INERT = (ast.Pass, ast.Raise, ast.Break, ast.Continue)


class Replacement:
    """A call of a task's own `replace` that stands alone as a statement. In a worker it raises Ignore, in eager mode
    it gives the result of the other task (celery.app.task.Task.replace)."""

    of = Task
    words = ("replace",)

    def __init__(self, module: Module, node: ast.Call, receiver: str) -> None:
        self.module = module
        self.node = node
        self.receiver = receiver

    @classmethod
    def find(cls, module: Module) -> Iterable[Replacement]:
        for call in module.index.calls("replace"):
            if isinstance(call.func, ast.Attribute) and isinstance(module.index.parents[call], ast.Expr):
                task = task_of(module, call.func.value)
                if task and _is_celerys(task):
                    yield cls(module, call, ast.unparse(call.func.value))

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def is_followed_by_code(self) -> bool:
        """Whether a statement comes after it in its block, other than a bare way out."""
        after = next_statement(self.module.index, self.node)
        is_bare_return = isinstance(after, ast.Return) and (after.value is None or is_none(after.value))
        return after is not None and not is_bare_return and not isinstance(after, _INERT)

    @property
    def may_be_swallowed(self) -> bool:
        """Whether something around it may take the exception that it raises."""
        below: ast.AST = self.node
        for above in self.module.index.ancestors(self.node):
            if isinstance(above, FUNCTIONS):
                return False
            if isinstance(above, TRIES) and above.handlers and below in above.body:  # type: ignore[attr-defined]
                return True
            if isinstance(above, WITHS) and any(_swallows(item.context_expr) for item in above.items):
                return True
            below = above
        return False


def _swallows(manager: ast.expr) -> bool:
    """Whether a context manager is one that takes exceptions, by its name."""
    function = callee(manager)
    name = last_name(function)
    return "suppress" in name or "raises" in name


def _is_celerys(task: Task) -> bool:
    return not task.has_unknown_base and not (task.base and "replace" in task.base.method_names)
