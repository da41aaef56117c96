"""What keeps an exception from leaving the function in which it is raised."""

from __future__ import annotations

import ast

from celerylint.celery.exceptions import PREDICATE_PARENTS, PREDICATES
from celerylint.core.span import Span
from celerylint.facts.exceptions import BROAD
from celerylint.facts.handler import caught, raises_on_purpose
from celerylint.facts.module import Module
from celerylint.facts.task import task_of
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.index import FUNCTIONS, TRIES
from celerylint.syntax.node import WITHS, is_name, last_name, last_names

_PARENT_NAMES = last_names(PREDICATE_PARENTS)
_PREDICATE_NAMES = last_names(PREDICATES) | _PARENT_NAMES


class Keeper:
    """A broad handler, a `suppress(Exception)` or a `return` in a `finally` that takes what Celery was to get.

    `text` is what it looks like, `retries` whether it is a handler that retries once more.
    """

    def __init__(
        self, module: Module, raised: str, node: ast.AST, text: str, span: Span, retries: bool = False
    ) -> None:
        self.module = module
        self.raised = raised
        self.node = node
        self.text = text
        self.span = span
        self.retries = retries

    @property
    def is_handler(self) -> bool:
        """Whether it is an `except` clause."""
        return isinstance(self.node, ast.ExceptHandler)

    @property
    def handlers(self) -> tuple[Span, ...]:
        """The places of this handler and of those around it that would keep the exception next; empty if something else
        than a handler does."""
        found: list[Span] = []
        keeper: Keeper | None = self
        while keeper:
            if not keeper.is_handler:
                return ()
            found.append(keeper.span)
            keeper = keeper_of(self.module, self.module.index.parents[keeper.node], self.raised)
        return tuple(found)


def keeper_of(module: Module, node: ast.AST, raised: str) -> Keeper | None:
    """What surely keeps a Retry, Ignore or Reject that is raised at a node; None if it may get out.

    A handler that names one of them takes it on purpose, unless all it does is to raise it again.
    """
    below: ast.AST = node
    for above in module.index.ancestors(node):
        if isinstance(above, (*FUNCTIONS, ast.Lambda, ast.ClassDef)):
            return None
        if isinstance(above, TRIES):
            around: ast.Try = above  # type: ignore[assignment]
            if below in around.body:
                verdict = _kept_by_handlers(module, around, raised)
                if verdict is not True:
                    return verdict or None
            if below not in around.finalbody:
                for statement in around.finalbody:
                    if isinstance(statement, ast.Return):
                        return Keeper(module, raised, statement, "the `return` in `finally`", module.span(statement))
        elif isinstance(above, WITHS) and below in above.body:
            for item in above.items:
                if _suppresses(module, item.context_expr):
                    text = f"`{ast.unparse(item.context_expr)}`"
                    return Keeper(module, raised, item.context_expr, text, module.span(item.context_expr))
        below = above
    return None


def _kept_by_handlers(module: Module, around: ast.Try, raised: str) -> Keeper | bool:
    """The handler that keeps it; True if it surely passes them all, False if that cannot be said."""
    for handler in around.handlers:
        kinds = caught(module.scopes, handler)
        named = {kind.rpartition(".")[2] for kind in kinds if kind} & _PREDICATE_NAMES
        if named:
            if not _only_raises(handler):
                return False
            if named & _PARENT_NAMES or raised.rpartition(".")[2] in named:
                return True
            continue
        if handler.type is not None and BROAD.isdisjoint(kind for kind in kinds if kind):
            if None in kinds:
                return False
            continue
        last = handler.body[-1]
        if isinstance(last, ast.Raise) and last.exc is None and not raises_on_purpose(module, handler.body[:-1]):
            return not any(isinstance(part, ast.Return) for part in block_nodes(handler.body))
        span = module.source.handler_header(handler)
        text = f"`{module.source.excerpt(span)}`"
        looks_at_it = any(isinstance(part, ast.Raise) for part in block_nodes(handler.body[:-1]))
        if _retries(module, last) and not looks_at_it:
            return Keeper(module, raised, handler, text, span, retries=True)
        if raises_on_purpose(module, handler.body, handler.name) or _keeps_for_later(handler):
            return False
        return Keeper(module, raised, handler, text, span)
    return True


def _only_raises(handler: ast.ExceptHandler) -> bool:
    """Whether a handler does nothing but raise again what it takes."""
    first = handler.body[0]
    return isinstance(first, ast.Raise) and first.exc is None


def _retries(module: Module, last: ast.stmt) -> bool:
    """Whether a statement is `raise self.retry(...)`, in any of its spellings."""
    node = last.exc if isinstance(last, ast.Raise) else last.value if isinstance(last, (ast.Expr, ast.Return)) else None
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "retry"
        and task_of(module, node.func.value) is not None
    )


def _keeps_for_later(handler: ast.ExceptHandler) -> bool:
    """Whether the exception is put into another variable, from where it may be raised after all."""
    assigned = [node.value for node in block_nodes(handler.body) if isinstance(node, (ast.Assign, ast.NamedExpr))]
    return any(is_name(value, handler.name) for value in assigned)


def _suppresses(module: Module, node: ast.expr) -> bool:
    if not (isinstance(node, ast.Call) and last_name(node.func)):
        return False
    if module.scopes.qualified(node.func) != "contextlib.suppress":
        return False
    kinds = {module.scopes.qualified(argument) for argument in node.args}
    return not BROAD.isdisjoint(kind for kind in kinds if kind)
