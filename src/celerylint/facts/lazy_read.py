"""Reads of relationships that the query of the row has not loaded."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.databases import PARTIAL_FETCHES, SINGLE_FETCHES, WHOLE_QUERY_METHODS, WHOLE_QUERYSET_METHODS
from celerylint.core.span import Span
from celerylint.facts.async_session import async_kind
from celerylint.facts.loop import Loop
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.relationship import Relationship
from celerylint.facts.row_query import RowQuery
from celerylint.syntax.node import subtree

_SCALAR = frozenset({"scalar", "scalars", "scalar_one", "scalar_one_or_none"})
_KNOWN = WHOLE_QUERY_METHODS | WHOLE_QUERYSET_METHODS | SINGLE_FETCHES | PARTIAL_FETCHES
_LOADERS = frozenset({"refresh", "arefresh", "awaitable_attrs", "prefetch_related_objects", "run_sync"})

Related = dict[ast.ClassDef, dict[str, Relationship]]


class LazyRead:
    """The first read in a function of a relationship of a row, where neither the model nor the query loads it: in a
    loop over rows, or of one row of an async session, which cannot load it at all."""

    of = TaskCode
    words = Relationship.words

    def __init__(self, rows: RowQuery, node: ast.Attribute, relationship: Relationship, loop: Loop | None) -> None:
        self.module = rows.module
        self.node = node
        self.relationship = relationship
        self.loop = loop
        self.model = relationship.owner.name
        self.is_of_django = rows.is_of_django
        self.is_async = async_kind(self.module, rows.query.root) == "session"

    @classmethod
    def find(cls, module: Module) -> Iterable[LazyRead]:
        related = _related(module)
        if not related:
            return
        seen = set()
        for loop in module.all(Loop):
            if loop.iterable is not None and len(loop.target_names) == 1:
                for node, rows, relationship in _read(loop.code, loop.iterable, loop.target_names[0], related, loop):
                    place = (loop.code, rows.node, relationship)
                    if place not in seen:
                        seen.add(place)
                        yield cls(rows, node, relationship, loop)
        for code in module.all(TaskCode):
            for given in code.all(ast.Assign) if code.is_coroutine else ():
                target = given.targets[0]
                if isinstance(target, ast.Name) and len(module.scopes.bindings(target)) == 1:
                    for node, rows, relationship in _read(code, given.value, target.id, related, None):
                        place = (code, rows.node, relationship)
                        if place not in seen:
                            seen.add(place)
                            yield cls(rows, node, relationship, None)

    @cached_property
    def span(self) -> Span:
        """The place of the read."""
        return self.module.span(self.node)

    @property
    def text(self) -> str:
        """The read as it is written."""
        return ast.unparse(self.node)


def _related(module: Module) -> Related:
    """The lazy relationships of each model of the file, those of its bases in the file included."""
    declared: Related = {}
    for relationship in module.all(Relationship):
        declared.setdefault(relationship.owner, {})[relationship.name] = relationship
    found: Related = {}
    for owner in module.index.all(ast.ClassDef, *Relationship.words) if declared else ():
        for ancestor in reversed(module.scopes.ancestry(owner)):
            if ancestor in declared:
                found.setdefault(owner, {}).update(declared[ancestor])
    return {owner: {name: each for name, each in names.items() if each.is_lazy} for owner, names in found.items()}


def _read(
    code: TaskCode, given: ast.expr, name: str, related: Related, loop: Loop | None
) -> Iterator[tuple[ast.Attribute, RowQuery, Relationship]]:
    """The reads of relationships of the row, or the rows, that a name stands for, in source order."""
    module = code.module
    nodes = loop.nodes() if loop else iter(code.all(ast.Attribute))
    reads = [node for node in nodes if isinstance(node, ast.Attribute) and _is_read_of(node, name)]
    if not reads:
        return
    rows = RowQuery.of(code, given)
    model = _model(rows) if rows else None
    if rows is None or model not in related or (loop is None and not _is_one(rows)):
        return
    for node in sorted(reads, key=lambda each: (each.lineno, each.col_offset)):
        relationship = related[model].get(node.attr)
        if relationship and _asks(module, node, relationship) and not _may_be_loaded(code, rows, model, relationship):
            yield node, rows, relationship


def _is_read_of(node: ast.Attribute, name: str) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id == name and isinstance(node.ctx, ast.Load)


def _model(rows: RowQuery) -> ast.ClassDef | None:
    """The model of this file whose instances a query gives, whole."""
    if len(rows.entities) != 1 or not rows.methods <= _KNOWN | {"objects"}:
        return None
    if "execute" in rows.methods and _SCALAR.isdisjoint(rows.methods):
        return None
    definition = rows.module.scopes.definition(rows.entities[0])
    return definition if isinstance(definition, ast.ClassDef) else None


def _is_one(rows: RowQuery) -> bool:
    """Whether a query gives one row."""
    return not SINGLE_FETCHES.isdisjoint(rows.methods)


def _asks(module: Module, node: ast.Attribute, relationship: Relationship) -> bool:
    """Whether a read by itself asks the database: that of a manager of Django only makes another manager."""
    if relationship.field != "ManyToManyField":
        return True
    parent = module.index.parents[node]
    call = module.index.parents[parent]
    is_all = isinstance(parent, ast.Attribute) and parent.attr == "all" and isinstance(call, ast.Call)
    return is_all and not isinstance(module.index.parents[call], ast.Attribute)


def _may_be_loaded(code: TaskCode, rows: RowQuery, model: ast.ClassDef, relationship: Relationship) -> bool:
    """Whether the query, or another one of the function, may have loaded a relationship."""
    if any(_loads(part, relationship.name) for part in subtree(*rows.parts)):
        return True
    attributes = code.all(ast.Attribute)
    scopes = code.module.scopes
    if any(node.attr in _LOADERS for node in attributes):
        return True
    if any(scopes.definition(call.func) is model for call in code.calls):  # a row that is made here is loaded
        return True
    if any(node.attr == relationship.name and scopes.definition(node.value) is model for node in attributes):
        return True
    is_single = relationship.field is None and not relationship.is_collection  # the session may know the other row
    return is_single and any(node.id == relationship.target for node in code.all(ast.Name))


def _loads(node: ast.AST, name: str) -> bool:
    """Whether a part of a query loads a relationship, or something that cannot be seen."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value == "*" or name in node.value.replace(".", "__").split("__")
    if isinstance(node, ast.Attribute):
        return node.attr == name
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr == "options":
            return not all(isinstance(each, ast.Call) for each in node.args)
        if node.func.attr in ("select_related", "prefetch_related"):
            unseen = [each for each in node.args if not isinstance(each, (ast.Constant, ast.Call))]
            return not node.args or bool(unseen)
    return False
