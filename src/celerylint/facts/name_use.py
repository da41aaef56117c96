"""Where names are used, and what they stand for."""

from __future__ import annotations

import ast
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import attrgetter

from celerylint.facts.module import Module
from celerylint.syntax.node import subtree

_MAX_NAMES = 20
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
