"""Loops of task code: what they run over, and what depends on the item."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator
from typing import TypeVar

from celerylint.core.lazy import lazy
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.syntax.index import COMPREHENSIONS, FUNCTIONS, LOOPS, Comprehension, descendants
from celerylint.syntax.node import DEFINITIONS, last_name, names_in
from celerylint.syntax.value import UNKNOWN, fold

_BATCH = regex(r"(?i)(^|_)(i?chunk|batch|page|slice|month|week|day|date|year|hour)(s|es|ed|er|ify|ing|_range)?($|_)")
_SAME_ITEMS = frozenset("enumerate sorted list tuple set reversed iter frozenset tqdm islice".split())
_LOOPING: tuple[type[ast.AST], ...] = (*LOOPS, *COMPREHENSIONS)
_VIEWS = frozenset({"items", "values", "keys"})
Node = TypeVar("Node", bound=ast.AST)
_ASSIGNMENTS = (ast.Assign, ast.AnnAssign, ast.NamedExpr, ast.AugAssign, ast.For, ast.AsyncFor)


class Loop:
    """A `for`, `async for`, `while` or comprehension of task code. A `for` with two clauses is two loops."""

    of = TaskCode

    def __init__(self, code: TaskCode, node: ast.AST, clause: ast.comprehension | None = None) -> None:
        self.code = code
        self.module = code.module
        self.node: ast.AST = clause or node
        self.whole = node
        self._holder: ast.For | ast.AsyncFor | ast.comprehension | None = None
        if clause is not None:
            self._holder = clause
        elif isinstance(node, (ast.For, ast.AsyncFor)):
            self._holder = node

    @classmethod
    def find(cls, module: Module) -> Iterable[Loop]:
        for code in module.all(TaskCode):
            for node in module.index.own_of(code.node, _LOOPING):
                for clause in clauses(node) or (None,):
                    yield cls(code, node, clause)

    @lazy
    def span(self) -> Span:
        return self.module.span(self.whole)

    @lazy
    def body(self) -> list[ast.AST]:
        """The nodes that run once an item: statements of the body, or parts of the comprehension."""
        if isinstance(self.whole, (ast.For, ast.AsyncFor, ast.While)):
            return list(self.whole.body)
        parts: list[ast.AST] = []
        comprehension = self.whole
        assert isinstance(comprehension, COMPREHENSIONS)
        position = comprehension.generators.index(self.node)  # type: ignore[arg-type]
        for later in comprehension.generators[position:]:
            parts += later.ifs
        parts += [later.iter for later in comprehension.generators[position + 1 :]]
        return parts + _elements(comprehension)

    def nodes(self) -> list[ast.AST]:
        """Every node that runs once an item, nested functions left out, lambdas not."""
        found = []
        for part in self.body:
            found.append(part)
            if not isinstance(part, DEFINITIONS):
                found += descendants(part, DEFINITIONS)
        return found

    @property
    def calls(self) -> list[ast.Call]:
        """The calls among them, and in the head of a comprehension."""
        return self._within(ast.Call)

    def _within(self, kind: type[Node]) -> list[Node]:
        first, last = (self.whole, self.whole) if clauses(self.whole) else (self.body[0], self.body[-1])
        return self.module.index.within(self.code.node, kind, first, last)

    # --- what it runs over

    @lazy
    def iterable(self) -> ast.expr | None:
        """The expression whose items are taken, `enumerate`, `sorted`, `.items()` and the like peeled off."""
        if self._holder is None:
            return None
        node = self._holder.iter
        while isinstance(node, ast.Call):
            name = last_name(node.func)
            if name in _SAME_ITEMS and node.args:
                node = node.args[0]
            elif name in _VIEWS and not node.args and isinstance(node.func, ast.Attribute):
                node = node.func.value
            else:
                break
        return node

    @property
    def is_unbounded(self) -> bool:
        """Whether there is an item for each of many things: not a constant, a batch, a range of attempts or an enum."""
        node = self.iterable
        return node is not None and not self._is_batched(node) and not self._is_constant(node)

    def _is_batched(self, node: ast.expr) -> bool:
        assert self._holder is not None
        if any(_BATCH.search(name) for name in self.target_names):
            return True
        if isinstance(node, ast.Call):
            if self.module.scopes.qualified(node.func) == "builtins.range":
                return len(node.args) == 3
            name = last_name(node.func)
            return bool(_BATCH.search(name)) or name in ("sliced", "grouper", "split")
        return False

    def _is_constant(self, node: ast.expr) -> bool:
        scopes = self.module.scopes
        value = fold(node, scopes)
        display = scopes.assigned(node)
        if isinstance(value, str) or (isinstance(value, tuple) and value):
            return True  # an empty display is filled later
        if isinstance(display, ast.Dict):
            return bool(display.keys)
        if isinstance(node, ast.BinOp):
            return self._is_constant(node.left) and self._is_constant(node.right)
        if isinstance(node, ast.Call):
            return self._is_range_of_attempts(node) or (
                scopes.qualified(node.func) == "builtins.zip" and all(map(self._is_constant, node.args))
            )
        name = last_name(node)
        if name.isupper():
            return True
        root = _root_name(node)
        if isinstance(node, ast.Attribute):
            return root in ("settings", "config", "conf", "constants") or root[:1].isupper()
        return isinstance(node, ast.Name) and name[:1].isupper()  # an enum, or another class

    def _is_range_of_attempts(self, node: ast.Call) -> bool:
        """`range(3)`, `range(attempts)`; not `range(len(rows))`."""
        scopes = self.module.scopes
        meant = [scopes.assigned(argument) or argument for argument in node.args]
        counted = any(fold(bound, scopes) is UNKNOWN for bound in meant) and any(map(_is_length, meant))
        return scopes.qualified(node.func) == "builtins.range" and not counted

    # --- what depends on the item

    @property
    def target_names(self) -> list[str]:
        """The names that the loop binds to the item or to parts of it."""
        target = self._holder.target if self._holder else None
        return _bound_names(target) if target else []

    def is_in_handler(self, node: ast.AST) -> bool:
        """Whether a node in the loop stands in a handler that is in the loop too."""
        for above in self.module.index.ancestors(node):
            if above is self.node or isinstance(above, ast.ExceptHandler):
                return isinstance(above, ast.ExceptHandler)
        return False

    def binds(self, node: ast.AST) -> bool:
        """Whether the name at the root of an expression is bound once an item."""
        while isinstance(node, ast.Attribute):
            node = node.value
        bindings = self.module.scopes.bindings(node) if isinstance(node, ast.Name) else []
        return any(self.node in self.module.index.ancestors(binding.node) for binding in bindings)

    @property
    def _assigning(self) -> list[ast.AST]:
        """The nodes of the body that bind names."""
        if clauses(self.whole):
            return [node for node in self.nodes() if node.__class__ in (ast.NamedExpr, ast.comprehension)]
        found: list[ast.AST] = [node for kind in _ASSIGNMENTS for node in self._within(kind)]
        return found + [clause for kind in COMPREHENSIONS for whole in self._within(kind) for clause in clauses(whole)]

    @lazy
    def item_names(self) -> frozenset[str]:
        """The names that stand for the item, or for something computed from it in the body."""
        names = set(self.target_names)
        pairs = filter(None, map(_assignment, self._assigning))
        bound = [(targets, {name.id for name in names_in(value)}) for targets, value in pairs]
        for _ in range(4):  # a chain of assignments longer than that is followed no further
            before = len(names)
            for targets, read in bound:
                if not read.isdisjoint(names):
                    names |= targets
            if len(names) == before:
                break
        return frozenset(names)


def loops_around(module: Module, node: ast.AST) -> Iterator[Loop]:
    """The loops of the same function that execute a node once an item, from the inside out."""
    below = node
    for above in module.index.ancestors(node):
        if isinstance(above, FUNCTIONS):
            return
        holders: list[ast.AST] = [*clauses(above)[::-1]] or [above]
        for holder in holders:
            loop = module.at(Loop, holder)
            if loop and below in loop.body:
                yield loop
        below = above


def mentions(node: ast.AST, names: Collection[str]) -> bool:
    """Whether an expression holds one of the names."""
    return any(name.id in names for name in names_in(node))


def clauses(node: ast.AST) -> list[ast.comprehension]:
    """The `for` clauses of a comprehension; none for any other node."""
    return node.generators if isinstance(node, COMPREHENSIONS) else []


def _elements(node: Comprehension) -> list[ast.AST]:
    return [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]


def _assignment(node: ast.AST) -> tuple[set[str], ast.AST] | None:
    """The names that a node binds, and the expression they come from."""
    if isinstance(node, ast.Assign):
        return {name for target in node.targets for name in _bound_names(target)}, node.value
    if isinstance(node, (ast.AnnAssign, ast.NamedExpr, ast.AugAssign)) and node.value:
        return set(_bound_names(node.target)), node.value
    if isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)):
        return set(_bound_names(node.target)), node.iter
    return None


def _bound_names(target: ast.AST) -> list[str]:
    """The names in a target: `a, (b, *c)`; what is stored in an attribute or under a key binds none."""
    if isinstance(target, ast.Name):
        return [target.id]
    if isinstance(target, ast.Starred):
        return _bound_names(target.value)
    parts = target.elts if isinstance(target, (ast.Tuple, ast.List)) else []
    return [name for part in parts for name in _bound_names(part)]


def _root_name(node: ast.AST) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return last_name(node)


def _is_length(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and last_name(node.func) in ("len", "count")
