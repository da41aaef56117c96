"""What is evaluated with a statement, looked at once, however many sessions are watched on their way through it."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.core.lazy import lazy
from celerylint.facts.handler import is_clean_up
from celerylint.facts.module import Module
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.node import may_raise, subtree


class Evaluated:
    """The nodes that are evaluated with a simple statement or an expression; functions defined in it are not."""

    def __init__(self, module: Module, node: ast.AST) -> None:
        self._module = module
        self._node = node
        self.parts = list(subtree(node, stop=FUNCTIONS))
        self.names = frozenset(part.id for part in self.parts if isinstance(part, ast.Name))
        self.calls = frozenset(part for part in self.parts if isinstance(part, ast.Call))

    @lazy
    def may_fail(self) -> bool:
        """Whether it can raise an exception worth the name, and is no clean-up, which is not expected to fail."""
        return may_raise(self.parts) and not is_clean_up(self._module, self._node)

    @lazy
    def attributes(self) -> frozenset[str]:
        """The names of the attributes in it."""
        return frozenset(part.attr for part in self.parts if isinstance(part, ast.Attribute))


class Evaluations:
    """All of them in a file by node: one fact a file."""

    def __init__(self, module: Module) -> None:
        self._module = module
        self._known: dict[ast.AST, Evaluated] = {}

    @classmethod
    def find(cls, module: Module) -> Iterable[Evaluations]:
        yield cls(module)

    def at(self, node: ast.AST) -> Evaluated:
        """What is evaluated with a node."""
        known = self._known.get(node)
        if known is None:
            known = self._known[node] = Evaluated(self._module, node)
        return known


def evaluated(module: Module, node: ast.AST) -> Evaluated:
    """What is evaluated with a node."""
    return module.all(Evaluations)[0].at(node)
