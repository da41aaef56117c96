"""One explicit-stack walk over a tree: who is whose parent, and the nodes that facts begin with.

Hand-written, since `ast.walk` costs four times as much, and without recursion, since a chain of three thousand calls
is as deep as it is long.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

Function = ast.FunctionDef | ast.AsyncFunctionDef
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
Loop = ast.For | ast.AsyncFor | ast.While
LOOPS = (ast.For, ast.AsyncFor, ast.While)
Scope = ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | ast.ClassDef | Comprehension
SCOPES = (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef, *COMPREHENSIONS)
TRIES: tuple[type[ast.AST], ...] = (ast.Try, ast.TryStar) if hasattr(ast, "TryStar") else (ast.Try,)

_PLAIN_FIELDS = frozenset(
    "ctx op ops id attr name names module level asname kind type_comment conversion simple arg is_async "
    "type_ignores rest kwd_attrs tag lineno str".split()
)


def _fields() -> dict[type, tuple[str, ...]]:
    """For each class of node the fields that hold nodes."""
    table: dict[type, tuple[str, ...]] = {}
    for kind in vars(ast).values():
        if isinstance(kind, type) and issubclass(kind, ast.AST):
            table[kind] = tuple(field for field in kind._fields if field not in _PLAIN_FIELDS)
    for leaf in (ast.Constant, ast.Name, ast.alias, ast.MatchSingleton):
        table[leaf] = ()
    return table


FIELDS = _fields()
_COLLECTED: tuple[type, ...] = (
    ast.Call,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.Import,
    ast.ImportFrom,
    ast.Assign,
    ast.AnnAssign,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.ExceptHandler,
    ast.Global,
    ast.Nonlocal,
    ast.Return,
    ast.Yield,
    ast.YieldFrom,
    *COMPREHENSIONS,
)
_BINDERS = frozenset(
    {
        ast.Assign,
        ast.AnnAssign,
        ast.AugAssign,
        ast.NamedExpr,
        ast.For,
        ast.AsyncFor,
        ast.withitem,
        ast.ExceptHandler,
        ast.Import,
        ast.ImportFrom,
        ast.Global,
        ast.Nonlocal,
        ast.MatchAs,
        ast.MatchStar,
        ast.MatchMapping,
        ast.FunctionDef,
        ast.AsyncFunctionDef,
        ast.ClassDef,
    }
)
"""What binds a name in the scope it is written in."""

SCOPE_CLASSES = frozenset(SCOPES)
_COMPREHENSION_CLASSES = frozenset(COMPREHENSIONS)
_INNER = frozenset((*FUNCTIONS, ast.ClassDef))
_CALLABLE = (*FUNCTIONS, ast.Lambda)
_PLAIN = frozenset(kind for kind in FIELDS if kind not in _BINDERS | SCOPE_CLASSES | set(_COLLECTED))
_SILENT = frozenset({ast.Constant, ast.Pass, ast.Break, ast.Continue, ast.alias})
_LEAVES = frozenset(
    kind for kind, fields in FIELDS.items() if not fields and kind not in _BINDERS and kind not in _COLLECTED
)
Node = TypeVar("Node", bound=ast.AST)


class Index:
    """The nodes of a tree by class, in source order, the parent of each, and what binds names in each scope."""

    def __init__(self, tree: ast.Module) -> None:
        self.tree = tree
        parents: dict[ast.AST, ast.AST] = {}
        nodes: dict[type, list[ast.AST]] = {kind: [] for kind in _COLLECTED}
        binders: dict[ast.AST, list[ast.AST]] = {tree: []}
        fields, leaves, plain, binding, scopes = FIELDS, _LEAVES, _PLAIN, _BINDERS, SCOPE_CLASSES
        waiting: list[ast.AST] = [tree]
        while waiting:
            scope = waiting.pop()
            own = binders[scope]
            stack: list[Any] = [scope]
            while stack:
                node = stack.pop()
                for field in fields[node.__class__]:
                    value = getattr(node, field)
                    if value is None:
                        continue
                    for child in value if value.__class__ is list else (value,):
                        if child is None:
                            continue
                        parents[child] = node
                        kind = child.__class__
                        if kind in leaves:
                            continue
                        if kind in plain:
                            stack.append(child)
                            continue
                        if kind in nodes:
                            nodes[kind].append(child)
                        if kind in binding:
                            own.append(child)
                        if kind in scopes:
                            # `:=` in a comprehension binds in the scope around it.
                            binders[child] = own if kind in _COMPREHENSION_CLASSES else []
                            waiting.append(child)
                        else:
                            stack.append(child)
        self.binders = binders
        self.parents = parents
        self._nodes = nodes
        self._sorted: set[type] = set()
        self._owned: dict[type, dict[ast.AST, list[Any]]] = {}

    def all(self, kind: type[Node]) -> list[Node]:
        """Every node of exactly that class, in source order."""
        nodes = self._nodes[kind]
        if kind not in self._sorted:
            self._sorted.add(kind)
            nodes.sort(key=_position)
        return nodes  # type: ignore[return-value]

    def owned(self, kind: type[Node]) -> dict[ast.AST, list[Node]]:
        """The nodes of a class by the function or lambda that they are executed in: `return`, `yield`."""
        found = self._owned.get(kind)
        if found is None:
            found = self._owned[kind] = {}
            for node in self.all(kind):
                owner = next((above for above in self.ancestors(node) if isinstance(above, _CALLABLE)), self.tree)
                found.setdefault(owner, []).append(node)
        return found

    def functions(self) -> list[Function]:
        """Every `def` and `async def`, in source order."""
        return sorted([*self.all(ast.FunctionDef), *self.all(ast.AsyncFunctionDef)], key=_position)

    def ancestors(self, node: ast.AST) -> Iterator[ast.AST]:
        """The parent, its parent, and so on up to the module."""
        parents = self.parents
        above = parents.get(node)
        while above is not None:
            yield above
            above = parents.get(above)

    def enclosing_function(self, node: ast.AST) -> Function | None:
        """The innermost `def` around a node; a lambda belongs to the function it is written in."""
        for above in self.ancestors(node):
            if isinstance(above, FUNCTIONS):
                return above
        return None

    def statement(self, node: ast.AST) -> ast.stmt:
        """The innermost statement that a node is part of, the node itself if it is one."""
        while not isinstance(node, ast.stmt):
            node = self.parents[node]
        return node


def _position(node: ast.AST) -> tuple[int, int]:
    return (node.lineno, node.col_offset)  # type: ignore[attr-defined]


def descendants(node: ast.AST, stop: tuple[type[ast.AST], ...] = ()) -> Iterator[ast.AST]:
    """Every node below, in no promised order; what is below a node of the classes in `stop` is left out, itself not."""
    stack = [node]
    while stack:
        current = stack.pop()
        for field in FIELDS[current.__class__]:
            value = getattr(current, field)
            for child in value if value.__class__ is list else (value,):
                if child is not None:
                    yield child
                    if not isinstance(child, stop):
                        stack.append(child)


def own_nodes(function: Function) -> dict[type, list[Any]]:
    """The nodes of a function's own body by class, in no promised order: lambdas and comprehensions in it included,
    what is inside nested `def`s and classes not.

    The inner loop of all facts about task code, and so written out.
    """
    found: dict[type, list[Any]] = {}
    fields, silent, inner, name = FIELDS, _SILENT, _INNER, ast.Name
    stack: list[Any] = []
    for statement in function.body:
        found.setdefault(statement.__class__, []).append(statement)
        if statement.__class__ not in inner:
            stack.append(statement)
    while stack:
        node = stack.pop()
        for field in fields[node.__class__]:
            value = getattr(node, field)
            if value is None:
                continue
            for child in value if value.__class__ is list else (value,):
                kind = child.__class__
                if kind not in silent and child is not None:
                    if kind in found:
                        found[kind].append(child)
                    else:
                        found[kind] = [child]
                    if kind is not name and kind not in inner:
                        stack.append(child)
    return found


def in_order(nodes: Iterable[Node]) -> list[Node]:
    """Expressions or statements, in source order."""
    return sorted(nodes, key=_position)
