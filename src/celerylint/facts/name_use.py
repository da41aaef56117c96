"""Where names are used, and what they stand for."""

from __future__ import annotations

import ast
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import attrgetter

from celerylint.facts.module import Module
from celerylint.syntax.index import COMPREHENSIONS, LOOPS
from celerylint.syntax.node import subtree

_MAX_NAMES = 20
_TIED = (ast.NamedExpr, ast.Yield, ast.YieldFrom, ast.Await)
_LINE = attrgetter("lineno")


class NameUses:
    """The uses of all names of a file, in source order: one fact a file, however often somebody asks."""

    def __init__(self, module: Module) -> None:
        self._index = module.index
        self._known: dict[str, list[ast.Name]] = {}

    @classmethod
    def find(cls, module: Module) -> Iterable[NameUses]:
        yield cls(module)

    def within(self, node: ast.AST, name: str) -> list[ast.Name]:
        """The uses of a name, whatever it means there, in a function or in the whole module."""
        nodes = self._known.get(name)
        if nodes is None:
            nodes = self._known[name] = self._index.names(name)
        if not isinstance(node, ast.stmt):
            return nodes
        start = bisect_left(nodes, node.lineno, key=_LINE)
        return nodes[start : bisect_right(nodes, node.end_lineno or node.lineno, start, key=_LINE)]


def uses_of(module: Module, node: ast.AST, name: str) -> list[ast.Name]:
    """The uses of a name in a function, nested functions included, or in the whole module."""
    return module.all(NameUses)[0].within(node, name)


def is_same_later(module: Module, node: ast.AST) -> bool:
    """Whether an expression gives the same in a function that is called after its own has ended: it binds nothing and
    waits for nothing, and none of its names is bound twice, anew in each turn of a loop, or for a handler alone."""
    parts = list(subtree(node))
    if any(isinstance(part, _TIED) for part in parts):
        return False
    names = [part for part in parts if isinstance(part, ast.Name)]
    return not any(_may_change(module, name) for name in names if module.scopes.scope_of(name, name.id) not in parts)


def _may_change(module: Module, name: ast.Name) -> bool:
    scope = module.scopes.scope_of(name, name.id)
    if scope is None or scope is module.index.tree:
        return name.id == "super"
    bound = module.scopes.bindings(name)
    if isinstance(scope, COMPREHENSIONS) or any(isinstance(each.node, ast.ExceptHandler) for each in bound):
        return True
    around = list(module.index.ancestors(bound[0].node)) if len(bound) == 1 else []
    inside = around[: around.index(scope)] if scope in around else around
    return len(bound) != 1 or any(isinstance(above, (*LOOPS, *COMPREHENSIONS)) for above in inside)


def written_out(module: Module, node: ast.expr) -> list[ast.AST]:
    """The nodes of an expression, and of those that its names stand for."""
    found: dict[ast.AST, None] = {}
    waiting = [node]
    for _ in range(_MAX_NAMES):
        if not waiting:
            break
        for part in subtree(waiting.pop()):
            known = module.scopes.assigned(part) if isinstance(part, ast.Name) else None
            if known is not None and known not in found:
                waiting.append(known)
            found[part] = None
    return list(found)
