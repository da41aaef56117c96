"""Handlers of task code: what they catch, and where they go on."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.names import SOFT_TIME_LIMIT
from celerylint.core.span import Span
from celerylint.facts.loop import Loop
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode, task_code
from celerylint.facts.task import task_of
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.index import FUNCTIONS, LOOPS
from celerylint.syntax.scopes import Scopes

EXITS = frozenset({"sys.exit", "os._exit", "builtins.exit", "builtins.quit"})
BROAD = frozenset({"builtins.Exception", "builtins.BaseException"})


class Handler:
    """An `except` clause of task code."""

    def __init__(self, code: TaskCode, node: ast.ExceptHandler, around: ast.Try) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.around = around

    @classmethod
    def find(cls, module: Module) -> Iterable[Handler]:
        if not module.all(TaskCode):
            return
        for node in module.index.all(ast.ExceptHandler):
            code = task_code(module, node)
            if code:
                yield cls(code, node, module.index.parents[node])  # type: ignore[arg-type]

    @cached_property
    def span(self) -> Span:
        """The place of `except Kind as name`."""
        return self.module.source.handler_header(self.node)

    @cached_property
    def kinds(self) -> list[str | None]:
        """The qualified names of what is caught; None for one that is unknown. Empty for a bare `except`."""
        return caught(self.module.scopes, self.node)

    @property
    def is_broad(self) -> bool:
        """Whether Exception is caught, and with it everything that Celery raises in a task."""
        return self.node.type is None or not BROAD.isdisjoint(kind for kind in self.kinds if kind)

    @property
    def leaves(self) -> bool:
        """Whether the handler raises, returns, breaks, retries or exits anywhere, so that it need not go on."""
        for node in block_nodes(self.node.body):
            if isinstance(node, (ast.Raise, ast.Return, ast.Break)):
                return True
            if isinstance(node, ast.Call) and self._never_returns(node):
                return True
        return False

    def _never_returns(self, call: ast.Call) -> bool:
        """`self.retry()` and `self.replace()` raise, and so does an exit."""
        function = call.func
        if isinstance(function, ast.Attribute) and function.attr in ("retry", "replace"):
            if any(keyword.arg in (None, "throw") for keyword in call.keywords):
                return False
            return task_of(self.module, function.value) is not None
        return self.module.scopes.qualified(function) in EXITS

    @property
    def soft_limit_is_caught_before(self) -> bool:
        """Whether an earlier handler of the same `try` takes SoftTimeLimitExceeded."""
        handlers = self.around.handlers
        for earlier in handlers[: handlers.index(self.node)]:
            kinds = caught(self.module.scopes, earlier)
            names = [kind or "" for kind in kinds] + [ast.unparse(earlier.type) if earlier.type else ""]
            if any(name in SOFT_TIME_LIMIT or "SoftTimeLimit" in name for name in names):
                return True
        return False

    @cached_property
    def loop(self) -> Loop | None:
        """The innermost statement loop of the same function that the `try` runs in once an item."""
        below: ast.AST = self.around
        for above in self.module.index.ancestors(self.around):
            if isinstance(above, FUNCTIONS):
                return None
            if isinstance(above, LOOPS) and below in above.body:
                return self.module.at(Loop, above)
            below = above
        return None

    @property
    def guards_a_call(self) -> bool:
        """Whether the `try` calls or awaits something, and so can take time and fail."""
        return any(isinstance(node, (ast.Call, ast.Await)) for node in block_nodes(self.around.body))


def caught(scopes: Scopes, handler: ast.ExceptHandler) -> list[str | None]:
    """The qualified names of what a handler catches; None for one that is unknown."""
    node = handler.type
    if isinstance(node, ast.Name):
        node = scopes.assigned(node) or node
    if node is None:
        return []
    parts = node.elts if isinstance(node, (ast.Tuple, ast.List)) else [node]
    return [scopes.qualified(part) for part in parts]
