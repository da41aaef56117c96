"""Pages of a table that get shorter while they are read."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.loop import Loop
from celerylint.facts.module import Module
from celerylint.facts.paging import Paging
from celerylint.facts.session_call import SessionCall
from celerylint.syntax.index import FUNCTIONS, LOOPS
from celerylint.syntax.node import WITHS, is_name, names_in, subtree

_CONDITIONS = frozenset({"where", "filter", "filter_by"})
_MAX_STEPS = 6


class PageShift:
    """A change in a loop over pages that takes the row out of the query for the pages after it: of a `column` that the
    query tests, or a deletion (None)."""

    of = Paging

    def __init__(self, paging: Paging, node: ast.expr, column: str | None) -> None:
        self.module = paging.module
        self.node = node
        self.column = column

    @classmethod
    def find(cls, module: Module) -> Iterable[PageShift]:
        for paging in module.all(Paging):
            loop = _advanced(paging)
            items = _items(paging, loop) if loop else set()
            if loop and items:
                yield from cls._in(paging, loop, items)

    @classmethod
    def _in(cls, paging: Paging, loop: Loop, items: set[str]) -> Iterator[PageShift]:
        tested = _tested(paging)
        for node in loop.nodes():
            targets = node.targets if isinstance(node, ast.Assign) else []
            for target in targets:
                is_of_item = isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name)
                if is_of_item and target.attr in tested and target.value.id in items:  # type: ignore[attr-defined]
                    yield cls(paging, target, target.attr)  # type: ignore[attr-defined]
            used = paging.module.at(SessionCall, node) if isinstance(node, ast.Call) else None
            if used and used.method == "delete" and any(is_name(arg, name) for arg in used.node.args for name in items):
                yield cls(paging, used.node, None)

    @cached_property
    def span(self) -> Span:
        """The place of the changed attribute, or of the deletion."""
        return self.module.span(self.node)


def _advanced(paging: Paging) -> Loop | None:
    """The loop around a statement in which the offset grows by a page each time, whatever was done with its rows."""
    module = paging.module
    names = {name.id for name in names_in(*paging.node.args)}
    for above in module.index.ancestors(paging.node):
        if isinstance(above, FUNCTIONS):
            return None
        if isinstance(above, ast.For) and any(name.id in names for name in names_in(above.target)):
            return module.at(Loop, above)
        if isinstance(above, LOOPS):
            grown = [node for node in _straight(above.body) if isinstance(node, ast.AugAssign)]
            if any(isinstance(node.target, ast.Name) and node.target.id in names for node in grown):
                return module.at(Loop, above)
    return None


def _straight(block: list[ast.stmt]) -> Iterator[ast.stmt]:
    """The statements of a block that no condition skips."""
    for statement in block:
        yield statement
        if isinstance(statement, WITHS):
            yield from statement.body


def _items(paging: Paging, loop: Loop) -> set[str]:
    """The names of the rows of a page, in the loops over them."""
    return {
        node.target.id
        for node in loop.nodes()
        if isinstance(node, (ast.For, ast.AsyncFor))
        and isinstance(node.target, ast.Name)
        and _comes_from(paging, node.iter)
    }


def _comes_from(paging: Paging, node: ast.expr) -> bool:
    """Whether an expression is made of the statement: `session.scalars(statement).all()`, or a name for that."""
    seen: list[ast.AST] = []
    waiting: list[ast.AST] = [node]
    for _ in range(_MAX_STEPS):
        parts = list(subtree(*waiting))
        if paging.node in parts:
            return True
        seen += waiting
        values = [paging.module.scopes.assigned(part) for part in parts if isinstance(part, ast.Name)]
        waiting = [value for value in values if value is not None and value not in seen]
    return False


def _tested(paging: Paging) -> set[str]:
    """The columns that the conditions of a statement test."""
    found = set()
    for call in subtree(*paging.parts):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in _CONDITIONS:
            found |= {keyword.arg for keyword in call.keywords if keyword.arg}
            found |= {part.attr for part in subtree(*call.args) if isinstance(part, ast.Attribute)}
    return found
