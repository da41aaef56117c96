"""Which scope binds a name, and in which ways."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from celerylint.syntax.bindings import DECLARATIONS, Binding, bound_by, names_bound
from celerylint.syntax.index import COMPREHENSIONS, FUNCTIONS, SCOPE_CLASSES, SCOPES, Index, Scope

_PARTS = frozenset({*ast.expr.__subclasses__(), ast.keyword, ast.slice}) - SCOPE_CLASSES
"""Classes of nodes that stand in no scope of their own, and hold no statements."""


class NameTables:
    """The names of a module and of each scope in it, each table read when somebody asks."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._tables: dict[ast.AST, dict[str, list[ast.AST]]] = {}
        self._bindings: dict[tuple[ast.AST, str], list[Binding]] = {}
        self._scopes: dict[tuple[Scope | None, str], Scope | None] = {}
        self._outer: dict[Scope, Scope | None] = {}
        self._around: dict[ast.AST, Scope] = {}
        """The scope that each statement stands in."""

    def bindings(self, node: ast.Name) -> list[Binding]:
        """Every binding of a name in the scope that Python would find it in."""
        scope = self.scope_of(node, node.id)
        return [] if scope is None else self.bound(scope, node.id)

    def scope_of(self, node: ast.AST, name: str) -> Scope | None:
        """The scope whose binding a name means at a node; None for builtins and names that nothing binds."""
        scope = self._index.scopes_of_names.get(node) or self._innermost(node)  # type: ignore[call-overload]
        key = (scope, name)
        if key not in self._scopes:
            self._scopes[key] = self._binding_scope(scope, name)
        return self._scopes[key]

    def _binding_scope(self, scope: Scope | None, name: str) -> Scope | None:
        inner, tables = True, self._tables
        while scope is not None:
            kind = scope.__class__
            if (inner or kind is not ast.ClassDef) and name in (tables.get(scope) or self._table(scope)):
                return scope
            inner = inner and kind in COMPREHENSIONS
            if scope not in self._outer:
                self._outer[scope] = self._innermost(scope)
            scope = self._outer[scope]
        return None

    def _innermost(self, node: ast.AST) -> Scope | None:
        """The scope that a node is evaluated in."""
        before = below = node
        parents, classes, tree, known = self._index.parents, SCOPE_CLASSES, self._index.tree, self._around
        passed = []
        while below is not tree:
            found = known.get(below)
            if found is None:
                above = parents[below]
                while above.__class__ in _PARTS:
                    before, below, above = below, above, parents[above]
                is_statement = isinstance(below, ast.stmt)
                if is_statement:
                    passed.append(below)
                if above.__class__ in classes and (is_statement or not _is_outside(before, below, above)):
                    found = above  # type: ignore[assignment]
            if found is not None:
                known.update(dict.fromkeys(passed, found))
                return found
            before, below = below, above
        return None

    def locals(self, scope: Scope) -> dict[str, list[Binding]]:
        """All bindings of one scope by name."""
        return {name: self.bound(scope, name) for name in self._table(scope)}

    def bound(self, scope: ast.AST, name: str) -> list[Binding]:
        """Every binding of a name in one scope."""
        key = (scope, name)
        found = self._bindings.get(key)
        if found is None:
            nodes = self._table(scope).get(name, ())
            found = self._bindings[key] = [binding for node in nodes for binding in bound_by(node, name)]
        return found

    def _table(self, scope: ast.AST) -> dict[str, list[ast.AST]]:
        """The names that a scope binds, and the nodes that do."""
        table = self._tables.get(scope)
        if table is None:
            binders = self._index.binders(scope)
            table = self._tables[scope] = names_bound(scope, binders)
            for name, node in self._rebound_from_inside(scope):
                table.setdefault(name, []).append(node)
            for node in binders:
                if node.__class__ in DECLARATIONS:
                    for name in node.names:  # type: ignore[attr-defined]
                        table.pop(name, None)
        return table

    def _rebound_from_inside(self, scope: ast.AST) -> Iterator[tuple[str, ast.AST]]:
        """The names that a function inside declares `global` or `nonlocal`: it may bind them to anything."""
        if isinstance(scope, ast.Module):
            declarations: list[ast.Global] | list[ast.Nonlocal] = self._index.all(ast.Global, "global")
        elif isinstance(scope, FUNCTIONS):
            inner = self._index.all(ast.Nonlocal, "nonlocal")
            declarations = [node for node in inner if scope in self._index.ancestors(node)]
        else:
            return
        for node in declarations:
            declaring = next(above for above in self._index.ancestors(node) if isinstance(above, SCOPES))
            if declaring is not scope:
                bound = names_bound(declaring, self._index.binders(declaring))
                yield from ((name, node) for name in node.names if name in bound)


def _is_outside(before: ast.AST, below: ast.AST, scope: ast.AST) -> bool:
    """Whether the part of a scope's node that we come from (`below`, and what is below that) is evaluated around it."""
    if isinstance(scope, COMPREHENSIONS):
        return below is scope.generators[0] and before is scope.generators[0].iter
    if isinstance(scope, ast.Lambda):
        return below is scope.args
    if isinstance(scope, FUNCTIONS):
        return below in scope.decorator_list or below is scope.returns or below is scope.args
    if isinstance(scope, ast.ClassDef):
        return below in scope.decorator_list or below in scope.bases or below in scope.keywords
    return False
