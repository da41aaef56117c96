"""One explicit-stack walk over a tree: who is whose parent, and the nodes that facts begin with.

Hand-written, since `ast.walk` costs four times as much, and without recursion, since a chain of three thousand calls
is as deep as it is long.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
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
_BODY = ("body",)
_CALLABLE = (*FUNCTIONS, ast.Lambda)
_HEADER = FIELDS | {
    kind: tuple(field for field in FIELDS[kind] if field not in _BODY) for kind in (*_CALLABLE, ast.ClassDef)
}
"""The same, the bodies of definitions left out: they are scopes of their own."""

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
_LEAVES = frozenset({ast.Constant, ast.Pass, ast.Break, ast.Continue, ast.alias, ast.MatchSingleton})
"""What holds no node and is never asked for."""

Node = TypeVar("Node", bound=ast.AST)
_Nodes = defaultdict[type, list[Any]]


class Index:
    """The nodes of a tree by class and by the body they are written in, and the parent of each.

    A body is the module's, a function's or a class's. Lambdas and comprehensions are part of the body around them, and
    so are the headers of definitions: decorators, defaults, annotations, bases. `binders` holds for each scope the
    nodes that bind names in it.
    """

    def __init__(self, tree: ast.Module) -> None:
        self.tree = tree
        self.parents: dict[ast.AST, ast.AST] = {}
        self.binders: dict[ast.AST, list[ast.AST]] = {tree: []}
        self._own: dict[ast.AST, _Nodes] = {tree: defaultdict(list)}
        self._ordered: dict[tuple[ast.AST | None, type], list[Any]] = {}
        self._calls: dict[str, list[ast.Call]] | None = None
        self._walk(tree)

    def _walk(self, tree: ast.Module) -> None:
        """The inner loop of it all, and so written out: each scope in turn, from its body."""
        parents, all_binders, bodies = self.parents, self.binders, self._own
        fields, leaves, binding, scopes, name = _HEADER, _LEAVES, _BINDERS, SCOPE_CLASSES, ast.Name
        waiting: list[tuple[Any, _Nodes]] = [(tree, bodies[tree])]
        while waiting:
            scope, own = waiting.pop()
            binders, names = all_binders[scope], own[name]
            stack = [scope]
            while stack:
                node = stack.pop()
                for field in _BODY if node is scope else fields[node.__class__]:
                    value = getattr(node, field)
                    if value is None:
                        continue
                    for child in value if value.__class__ is list else (value,):
                        kind = child.__class__
                        if kind is name:
                            parents[child] = node
                            names.append(child)
                            continue
                        if child is None:
                            continue
                        parents[child] = node
                        if kind in leaves:
                            continue
                        own[kind].append(child)
                        stack.append(child)
                        if kind in binding:
                            binders.append(child)
                        if kind in scopes:
                            if kind in _COMPREHENSION_CLASSES:
                                all_binders[child] = binders  # `:=` in a comprehension binds in the scope around it
                                continue
                            all_binders[child] = []
                            if kind is ast.Lambda:
                                waiting.append((child, own))
                            else:
                                bodies[child] = defaultdict(list)
                                waiting.append((child, bodies[child]))

    def all(self, kind: type[Node]) -> list[Node]:
        """Every node of exactly that class, in source order."""
        found = self._ordered.get((None, kind))
        if found is None:
            nodes = [node for own in self._own.values() if kind in own for node in own[kind]]
            found = self._ordered[None, kind] = in_order(nodes)
        return found

    def own(self, body: ast.AST, kind: type[Node]) -> list[Node]:
        """The nodes of exactly that class in the body of a function, a class or the module, in source order."""
        found = self._ordered.get((body, kind))
        if found is None:
            nodes = self._own[body]
            found = self._ordered[body, kind] = in_order(nodes[kind]) if kind in nodes else []
        return found

    def mentions(self, body: ast.AST, names: Container[str]) -> list[ast.Name | ast.Attribute]:
        """The names and attributes in a body that are called one of these names, in no promised order."""
        own = self._own[body]
        found = [node for node in own[ast.Name] if node.id in names]
        return found + [node for node in own[ast.Attribute] if node.attr in names]

    def calls(self, *names: str) -> list[ast.Call]:
        """The calls of what goes by one of these names, `name(...)` or `x.name(...)`, in source order."""
        if self._calls is None:
            self._calls = {}
            for call in (node for own in self._own.values() if ast.Call in own for node in own[ast.Call]):
                called = call.func
                kind = called.__class__
                name = called.attr if kind is ast.Attribute else called.id if kind is ast.Name else ""
                self._calls.setdefault(name, []).append(call)
        found = [call for name in names for call in self._calls.get(name, ())]
        return in_order(found) if len(found) > 1 else found

    def yields(self, function: ast.AST) -> list[ast.Yield | ast.YieldFrom]:
        """The `yield`s that make a function a generator, in source order: those of lambdas inside left out."""
        nodes: list[ast.Yield | ast.YieldFrom] = [*self.own(function, ast.Yield), *self.own(function, ast.YieldFrom)]
        return in_order(node for node in nodes if self._callable(node) is function)

    def _callable(self, node: ast.AST) -> ast.AST:
        return next(above for above in self.ancestors(node) if isinstance(above, _CALLABLE))

    def functions(self) -> list[Function]:
        """Every `def` and `async def`, in source order."""
        return in_order([*self.all(ast.FunctionDef), *self.all(ast.AsyncFunctionDef)])

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


def in_order(nodes: Iterable[Node]) -> list[Node]:
    """Expressions or statements, in source order."""
    return sorted(nodes, key=_position)
