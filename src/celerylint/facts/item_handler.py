"""Per-item handlers around session work: does a failure spoil the session for the items after it?"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.databases import (
    BEGINNING_METHODS,
    CLOSING_METHODS,
    DATABASE_ERROR_MODULES,
    PENDING_METHODS,
    RESTORING_METHODS,
    RESULT_ERRORS,
)
from celerylint.core.span import Span
from celerylint.facts.async_session import is_async_session
from celerylint.facts.handler import Handler
from celerylint.facts.loop import Loop
from celerylint.facts.module import Module
from celerylint.facts.project import ANYTHING, done_elsewhere
from celerylint.facts.session import Session, session_uses
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.node import WITHS, subtree, values_given

_BEGINNING = BEGINNING_METHODS | {ANYTHING}
_HARMLESS = PENDING_METHODS | {"rollback", "close", "begin_nested"}


class ItemHandler:
    """A handler inside a loop over items that takes database errors and goes on to the next item, where the `try` uses
    a session that was opened before the loop."""

    of = Handler
    words = Session.words
    words_of = Session.words_of

    def __init__(self, handler: Handler, loop: Loop, session: str, expression: ast.expr) -> None:
        self.handler = handler
        self.module = handler.module
        self.node = handler.node
        self.loop = loop
        self.session = session
        self.expression = expression

    @classmethod
    def find(cls, module: Module) -> Iterable[ItemHandler]:
        for handler in module.all(Handler):
            loop = handler.loop
            if loop is None or handler.leaves or not takes_database_errors(handler):
                continue
            for session, node, method in session_uses(module, list(block_nodes(handler.around.body))):
                if method not in _HARMLESS and not loop.binds(node):
                    yield cls(handler, loop, session, node)  # type: ignore[arg-type]
                    break

    @cached_property
    def span(self) -> Span:
        """The place of `except Kind as name`."""
        return self.handler.span

    @property
    def is_async(self) -> bool | None:
        """Whether the methods of the session are coroutines; None if that is not seen."""
        return is_async_session(self.handler.code, self.session, self.expression)

    @property
    def rolls_back(self) -> bool:
        """Whether the session is made good before the next item: rolled back or handed to a helper in the handler, in
        the `finally`, or elsewhere in the loop outside the `try`."""
        around = self.handler.around
        inside = [*around.body, *(node for other in around.handlers if other is not self.node for node in other.body)]
        left_out = set(subtree(*inside))
        for node in self.loop.nodes():
            if node not in left_out and isinstance(node, ast.Call) and self._restores(node):
                return True
        return False

    @property
    def commits_item(self) -> bool:
        """Whether the `try` or the handler commits the session, so that a rollback loses no other item's work."""
        parts = block_nodes([*self.handler.around.body, *self.node.body])
        return any(
            isinstance(part, ast.Call)
            and isinstance(part.func, ast.Attribute)
            and part.func.attr == "commit"
            and ast.unparse(part.func.value) == self.session
            for part in parts
        )

    @property
    def spoils(self) -> bool:
        """Whether a database error fails the session for the later items."""
        return not self.rolls_back and not self.has_savepoint

    def _restores(self, call: ast.Call) -> bool:
        if isinstance(call.func, ast.Attribute):
            closed = call.func.attr in CLOSING_METHODS and ast.unparse(call.func.value) == self.session
            if call.func.attr == "rollback" or closed:
                return True
        in_handler = any(above is self.node for above in self.module.index.ancestors(call))
        given = [each for each in values_given(call) if isinstance(each, (ast.Name, ast.Attribute))]
        done = [done_elsewhere(self.module, call, each) for each in given if ast.unparse(each) == self.session]
        return any(not each.isdisjoint(RESTORING_METHODS) or (in_handler and ANYTHING in each) for each in done)

    @property
    def has_savepoint(self) -> bool:
        """Whether the work of an item is done in a savepoint or a transaction of its own, around the `try` or in it."""
        around = [self.handler.around, *self.module.index.ancestors(self.handler.around)]
        for above in around:
            if above is self.loop.node or isinstance(above, FUNCTIONS):
                break
            if isinstance(above, WITHS) and any(map(self._begins, above.items)):
                return True
        return any(map(self._begins, self.loop.nodes()))

    def _begins(self, node: ast.AST) -> bool:
        """Whether an expression begins a transaction or a savepoint, or enters what a function of the project gives,
        which may."""
        if is_savepoint(node):
            return True
        manager = node.context_expr if isinstance(node, ast.withitem) else None
        if not isinstance(manager, ast.Call):
            return False
        done = [
            done_elsewhere(self.module, manager, each)
            for each in values_given(manager)
            if ast.unparse(each) == self.session
        ]
        return any(not each.isdisjoint(_BEGINNING) for each in done)


def is_savepoint(node: ast.AST) -> bool:
    """Whether an expression begins a transaction or a savepoint."""
    return any(isinstance(part, ast.Attribute) and part.attr in ("begin", "begin_nested") for part in subtree(node))


def takes_database_errors(handler: Handler) -> bool:
    """Whether a handler catches errors after which a session has to be rolled back."""
    if handler.is_broad:
        return True
    kinds = [kind for kind in handler.kinds if kind and kind not in RESULT_ERRORS]
    return any(kind.startswith(DATABASE_ERROR_MODULES) for kind in kinds)
