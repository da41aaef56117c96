"""One explicit-stack walk over a tree: who is whose parent, and the nodes that facts begin with.

Hand-written, since `ast.walk` costs four times as much, and without recursion, since a chain of three thousand calls
is as deep as it is long.
"""

from __future__ import annotations

import ast
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from operator import attrgetter
from typing import Any, TypeVar

from celerylint.core.lazy import lazy
from celerylint.syntax.source import Source

Function = ast.FunctionDef | ast.AsyncFunctionDef
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
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
_DEFINITIONS = frozenset({*FUNCTIONS, ast.ClassDef})
_BINDERS = frozenset(
    {ast.Assign, ast.AnnAssign, ast.AugAssign, ast.NamedExpr, ast.For, ast.AsyncFor, ast.withitem, ast.ExceptHandler}
    | {ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal, ast.MatchAs, ast.MatchStar, ast.MatchMapping}
)
"""Classes of nodes that bind a name in the scope they are written in, as definitions do."""

_PLAIN = {kind: names[::-1] for kind, names in FIELDS.items() if kind not in (*_BINDERS, *SCOPES)}
"""Where the other nodes are below a node of a class of which nothing else is to be noted, the last first."""

_INSIDE = dict.fromkeys(SCOPES, _BODY) | {kind: FIELDS[kind][::-1] for kind in COMPREHENSIONS}
"""The same for what is in the scope that a node makes."""

_HEADERS = {kind: FIELDS[kind][::-1] for kind in _BINDERS} | {
    kind: tuple(field for field in FIELDS[kind][::-1] if field not in _INSIDE[kind]) for kind in SCOPES
}
"""The same for what is not, and for what binds."""

SCOPE_CLASSES = frozenset(SCOPES)
_LEAVES = frozenset(
    {ast.Name, ast.Constant, ast.Pass, ast.Break, ast.Continue, ast.alias, ast.MatchSingleton, type(None)}
)
"""Classes of nodes that hold no other, of which the index keeps the names only."""

Node = TypeVar("Node", bound=ast.AST)
_Nodes = defaultdict[type, list[Any]]


class _Parents(dict[ast.AST, ast.AST]):
    """The parents of the nodes that were walked. Asked for another's, it has everything walked first."""

    def __init__(self, index: Index) -> None:
        self._index = index

    def __missing__(self, node: ast.AST) -> ast.AST:
        if not self._index.open_all():
            raise KeyError(node)
        return self[node]

    def get(self, node: ast.AST, default: Any = None) -> Any:
        """The parent of a node; the default for the module."""
        return default if node is self._index.tree else self[node]


class Index:
    """The nodes of a tree by class and by the body they are written in, and the parent of each.

    A body is the module's, a function's or a class's. Lambdas and comprehensions are part of the body around them, and
    so are the headers of definitions: decorators, defaults, annotations, bases.

    The bodies of functions are walked when somebody asks for what may be in them; with a source, `calls` and `all` need
    not look into those without the names that are looked for. Most files that hold a word of Celery hold little more.
    """

    def __init__(self, tree: ast.Module, source: Source | None = None) -> None:
        self.tree = tree
        self.parents: dict[ast.AST, ast.AST] = _Parents(self)
        self.definitions: list[Definition] = []
        self.scopes_of_names: dict[ast.Name, Scope] = {}
        """The scope that each name is looked up in first, but for those in comprehensions."""
        self._binders: dict[ast.AST, list[ast.AST]] = {tree: []}
        self._own: dict[ast.AST, _Nodes] = {tree: defaultdict(list)}
        self._ordered: dict[tuple[ast.AST, type], list[Any]] = {}
        self._everywhere: dict[type, tuple[int, list[Any]]] = {}
        """The nodes of a class in so many of the bodies."""
        self._calls: dict[str, list[ast.Call]] = defaultdict(list)
        self._names: dict[str, list[ast.Name]] = defaultdict(list)
        self._bodies: list[_Nodes] = []
        self._counted = {ast.Call: 0, ast.Name: 0}
        """How many of the bodies are in the tables of calls and of names."""
        self._source = source
        self._closed: dict[Function, None] = {}
        self._looked_for: set[str] = set()
        self._walk(tree, opening=False)
        self._outermost = in_order(self._closed)

    def _walk(self, top: ast.AST, opening: bool = True) -> None:
        """The inner loop of it all, and so written out: each scope in turn, from its body. Names, constants, attributes
        and calls are most of all nodes, and are taken on the way."""
        parents, all_binders, bodies = self.parents, self._binders, self._own
        plain, headers, inside, leaves, definitions = _PLAIN, _HEADERS, _INSIDE, _LEAVES, _DEFINITIONS
        name, attribute, call, lambda_, comprehensions = ast.Name, ast.Attribute, ast.Call, ast.Lambda, COMPREHENSIONS
        below: tuple[str, ...] | None
        self._bodies.append(bodies[top])
        waiting: list[tuple[Any, _Nodes]] = [(top, bodies[top])]
        while waiting:
            scope, own = waiting.pop()
            binders, attributes, calls = all_binders[scope], own[attribute], own[call]
            names: list[ast.Name] = []
            stack = [scope]
            while stack:
                node = stack.pop()
                kind = node.__class__
                while kind is attribute or kind is call:
                    if kind is attribute:
                        attributes.append(node)
                        first = node.value
                    else:
                        calls.append(node)
                        first = node.func
                        for child in node.args:
                            parents[child] = node
                            kind = child.__class__
                            if kind is name:
                                names.append(child)
                            elif kind not in leaves:
                                stack.append(child)
                        for given in node.keywords:
                            parents[given] = node
                            child = given.value
                            parents[child] = given
                            kind = child.__class__
                            if kind is name:
                                names.append(child)
                            elif kind not in leaves:
                                stack.append(child)
                    parents[first] = node
                    node, kind = first, first.__class__
                    if kind is name:
                        names.append(node)
                if kind in leaves:
                    continue
                below = plain.get(kind)
                if below is not None:
                    own[kind].append(node)
                elif node is scope:
                    below = inside[kind]
                else:
                    own[kind].append(node)
                    below = headers[kind]
                    if kind is lambda_:
                        all_binders[node] = []
                        waiting.append((node, own))
                    elif kind in comprehensions:
                        all_binders[node] = binders  # `:=` in a comprehension binds in the scope around it
                        waiting.append((node, own))
                    else:
                        binders.append(node)
                        if kind in definitions:
                            self.definitions.append(node)
                            if opening or kind is ast.ClassDef:
                                all_binders[node] = []
                                bodies[node] = defaultdict(list)
                                self._bodies.append(bodies[node])
                                waiting.append((node, bodies[node]))
                            else:
                                self._closed[node] = None
                for field in below:  # from the last to the first: what is put on the stack comes off in source order
                    value = getattr(node, field)
                    kind = value.__class__
                    if kind is not list:
                        parents[value] = node
                        if kind is name:
                            names.append(value)
                        elif kind not in leaves:
                            stack.append(value)
                    elif value:
                        for child in value if len(value) == 1 else value[::-1]:
                            parents[child] = node
                            kind = child.__class__
                            if kind is name:
                                names.append(child)
                            elif kind not in leaves:
                                stack.append(child)
            own[name] += names
            if scope.__class__ not in COMPREHENSIONS:  # part of one is evaluated around it
                self.scopes_of_names.update(dict.fromkeys(names, scope))
        parents.pop(None, None)  # type: ignore[call-overload]

    def _open(self, function: Function) -> None:
        del self._closed[function]
        self._binders[function] = []
        self._own[function] = defaultdict(list)
        self._walk(function)

    def is_open(self, function: Function) -> bool:
        """Whether the body of a function was looked into, since it holds something that was looked for."""
        return function not in self._closed

    def open_all(self) -> bool:
        """Walk what was not walked yet; whether there was anything."""
        closed = list(self._closed)
        for function in closed:
            self._open(function)
        return bool(closed)

    def _open_with(self, texts: Iterable[str]) -> None:
        """Walk the functions that hold one of the texts; without a source all."""
        if not self._closed:
            return
        if self._source is None:
            self.open_all()
            return
        for text in texts:
            if text not in self._looked_for:
                self._looked_for.add(text)
                if self._source.holds(text):
                    for function in self._holding(text, self._source):
                        if function in self._closed:
                            self._open(function)

    @lazy
    def _bounds(self) -> tuple[list[int], list[int]]:
        """Where the outermost functions start and end in the text."""
        assert self._source is not None
        start, functions = self._source.start, self._outermost
        ends = [start((function.end_lineno or function.lineno) + 1) for function in functions]
        return [start(function.lineno) for function in functions], ends

    def _holding(self, text: str, source: Source) -> Iterator[Function]:
        """The outermost functions that hold a text."""
        (starts, ends), find = self._bounds, source.text.find
        word, is_whole = text.strip("*"), text.isidentifier()
        place = find(word, starts[0])
        while place >= 0:
            number = bisect_right(starts, place) - 1
            if place >= ends[number]:  # between functions
                place = find(word, starts[number + 1]) if number + 1 < len(starts) else -1
            elif is_whole and not source.is_whole(place, word):
                place = find(word, place + 1)
            else:
                yield self._outermost[number]
                place = find(word, ends[number])

    def _look_for(self, names: tuple[str, ...]) -> None:
        if names:
            self._open_with(names)
        elif self._closed:
            self.open_all()

    def look_into(self, body: ast.AST) -> None:
        """Walk a body or a scope, if it was not yet."""
        if body in self._closed:
            self._open(body)
        elif body not in self._binders:
            self.open_all()

    def _body(self, body: ast.AST) -> _Nodes:
        self.look_into(body)
        return self._own[body]

    def binders(self, scope: ast.AST) -> list[ast.AST]:
        """The nodes that bind names in a scope."""
        self.look_into(scope)
        return self._binders[scope]

    def all(self, kind: type[Node], *names: str) -> list[Node]:
        """Every node of exactly that class, in source order. With names, those in functions that hold none of them may
        be left out."""
        self._look_for(names)
        count, found = self._everywhere.get(kind, (0, []))
        if count < len(self._bodies):
            found = in_order([node for own in self._bodies if kind in own for node in own[kind]])
            self._everywhere[kind] = len(self._bodies), found
        return found

    def own(self, body: ast.AST, kind: type[Node]) -> list[Node]:
        """The nodes of exactly that class in the body of a function, a class or the module, in source order."""
        nodes = self._own.get(body) or self._body(body)
        if kind not in nodes:
            return []
        found = self._ordered.get((body, kind))
        if found is None:
            found = self._ordered[body, kind] = in_order(nodes[kind])
        return found

    def own_of(self, body: ast.AST, kinds: Iterable[type[Node]]) -> list[Node]:
        """Those of each of these classes in turn."""
        nodes = self._body(body)
        return [node for kind in kinds if kind in nodes for node in self.own(body, kind)]

    def within(self, body: ast.AST, kind: type[Node], first: ast.AST, last: ast.AST) -> list[Node]:
        """Those that stand between the start of one node and the end of another."""
        nodes = self.own(body, kind)
        if not nodes:
            return []
        start = bisect_left(nodes, _start(first), key=_start)
        return nodes[start : bisect_left(nodes, _end(last), start, key=_start)]

    def mentions(self, body: ast.AST, names: Container[str]) -> list[ast.Name | ast.Attribute]:
        """The names and attributes in a body that are called one of these names, in no promised order."""
        own = self._body(body)
        found = [node for node in own[ast.Name] if node.id in names]
        return found + [node for node in own[ast.Attribute] if node.attr in names]

    def calls(self, *names: str, texts: tuple[str, ...] = ()) -> list[ast.Call]:
        """The calls of what goes by one of these names, `name(...)` or `x.name(...)`, in source order. With texts,
        those in functions that hold none of them may be left out."""
        self._open_with(texts or filter(None, names))
        table = self._calls_by_name()
        found = [call for name in names if name in table for call in table[name]]
        if len(found) > 1:
            found.sort(key=_end, reverse=True)  # the outer one of a chain, which starts where the inner does, is first
            found.sort(key=_start)
        return found

    def _calls_by_name(self) -> dict[str, list[ast.Call]]:
        for call in self._uncounted(ast.Call):
            called: Any = call.func
            kind = called.__class__
            self._calls[called.attr if kind is ast.Attribute else called.id if kind is ast.Name else ""].append(call)
        return self._calls

    def _uncounted(self, kind: type[Node]) -> list[Node]:
        new = self._bodies[self._counted[kind] :]
        self._counted[kind] = len(self._bodies)
        return [node for own in new for node in own.get(kind, ())]

    def names(self, name: str) -> list[ast.Name]:
        """Every use of a name, whatever it means there, in source order."""
        self._open_with((name,))
        for node in self._uncounted(ast.Name):
            self._names[node.id].append(node)
        return in_order(self._names.get(name, ()))

    def names_called(self) -> Iterable[str]:
        """The names of what is called in the bodies that were walked."""
        return self._calls_by_name().keys()

    def yields(self, function: ast.AST) -> list[ast.Yield | ast.YieldFrom]:
        """The `yield`s that make a function a generator, in source order: those of lambdas inside left out."""
        nodes: list[ast.Yield | ast.YieldFrom] = [*self.own(function, ast.Yield), *self.own(function, ast.YieldFrom)]
        return in_order(node for node in nodes if self._callable(node) is function)

    def _callable(self, node: ast.AST) -> ast.AST:
        return next(above for above in self.ancestors(node) if isinstance(above, _CALLABLE))

    def functions(self, *names: str) -> list[Function]:
        """Every `def` and `async def`, in source order. With names, those inside functions that hold none of them may
        be left out."""
        self._look_for(names)
        return in_order(node for node in self.definitions if not isinstance(node, ast.ClassDef))

    def classes(self) -> list[ast.ClassDef]:
        """Every class, in source order."""
        return self.all(ast.ClassDef, "  class ", "\tclass ", "\n class ")

    def ancestors(self, node: ast.AST) -> Iterator[ast.AST]:
        """The parent, its parent, and so on up to the module."""
        parents, tree = self.parents, self.tree
        while node is not tree:
            node = parents[node]
            yield node

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


_start = attrgetter("lineno", "col_offset")
_end = attrgetter("end_lineno", "end_col_offset")


def descendants(node: ast.AST, stop: tuple[type[ast.AST], ...] = ()) -> list[ast.AST]:
    """Every node below, in no promised order; what is below a node of the classes in `stop` is left out, itself not."""
    found: list[ast.AST] = [node]
    for current in found:  # it grows meanwhile
        kind = current.__class__
        if kind in stop and current is not node:
            continue
        for field in FIELDS[kind]:
            value = getattr(current, field)
            if value.__class__ is list:
                found += filter(None, value)
            elif value is not None:
                found.append(value)
    del found[0]
    return found


def in_order(nodes: Iterable[Node]) -> list[Node]:
    """Expressions or statements, in source order."""
    found = list(nodes)
    if len(found) > 1:
        found.sort(key=_start)
    return found
