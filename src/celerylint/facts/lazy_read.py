"""Reads of relationships that the query of the row has not loaded."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.databases import (
    PARTIAL_FETCHES,
    SCALAR_METHODS,
    SINGLE_FETCHES,
    WHOLE_QUERY_METHODS,
    WHOLE_QUERYSET_METHODS,
)
from celerylint.core.span import Span
from celerylint.facts.async_session import async_kind
from celerylint.facts.loop import Loop
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.relationship import Relationship
from celerylint.facts.row_query import RowQuery
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.node import last_name, subtree

_KNOWN = WHOLE_QUERY_METHODS | WHOLE_QUERYSET_METHODS | SINGLE_FETCHES | PARTIAL_FETCHES
_SELECTING = frozenset({"select", "get", "get_one"})
_LOADERS = frozenset({"refresh", "arefresh", "awaitable_attrs", "prefetch_related_objects", "run_sync"})


class LazyRead:
    """The first read in a function of a relationship of a row, where neither the model nor the query loads it: in a
    loop over rows, or of one row of an async session, which cannot load it at all."""

    of = TaskCode
    words = ("query", "objects", "execute", "scalar*", "get", "get_one", "exec")

    def __init__(self, rows: RowQuery, node: ast.Attribute, relationship: Relationship, loop: Loop | None) -> None:
        self._code = rows.query.code
        self._entity = rows.entities[0]
        self.module = rows.module
        self.node = node
        self.relationship = relationship
        self.loop = loop
        self.model = relationship.owner.name
        self.is_async = async_kind(self.module, rows.query.root) == "session"

    @classmethod
    def find(cls, module: Module) -> Iterable[LazyRead]:
        seen = set()
        for code, given, name, loop in _named_rows(module):
            for node, rows, relationship in _read(code, given, name, loop):
                place = (code, rows.node, relationship)
                if place not in seen:
                    seen.add(place)
                    yield cls(rows, node, relationship, loop)

    @cached_property
    def span(self) -> Span:
        """The place of the read."""
        return self.module.span(self.node)

    @property
    def selection(self) -> tuple[Span, Span] | None:
        """The places of the call that selects the model, `select(Order)` or `session.get(Order, 1)`, and of the model
        in it; None if it is not written so."""
        call = self.module.index.parents.get(self._entity)
        is_known = isinstance(call, ast.Call) and self._entity in call.args and last_name(call.func) in _SELECTING
        return (self.module.span(call), self.module.span(self._entity)) if is_known and call else None

    @property
    def is_for_key(self) -> bool:
        """Whether a foreign key of Django is followed for the key of the other row alone, which this row holds."""
        if self.relationship.field not in ("ForeignKey", "OneToOneField"):
            return False
        reads = [node for node in self._code.all(ast.Attribute) if node.attr == self.node.attr]
        return all(getattr(self.module.index.parents[node], "attr", "") in ("pk", "id") for node in reads)

    @property
    def text(self) -> str:
        """The read as it is written."""
        return ast.unparse(self.node)


def _named_rows(module: Module) -> Iterator[tuple[TaskCode, ast.expr, str, Loop | None]]:
    """The names of task code that may stand for a row: those of loops, and in coroutines those bound once."""
    for loop in module.all(Loop):
        if loop.iterable is not None and len(loop.target_names) == 1:
            yield loop.code, loop.iterable, loop.target_names[0], loop
    for code in module.all(TaskCode):
        for given in code.all(ast.Assign) if code.is_coroutine else ():
            target = given.targets[0]
            if isinstance(target, ast.Name) and len(module.scopes.bindings(target)) == 1:
                yield code, given.value, target.id, None


def _read(
    code: TaskCode, given: ast.expr, name: str, loop: Loop | None
) -> Iterator[tuple[ast.Attribute, RowQuery, Relationship]]:
    """The reads of relationships of the row, or the rows, that a name stands for, in source order."""
    nodes = loop.nodes() if loop else iter(code.all(ast.Attribute))
    reads = [node for node in nodes if isinstance(node, ast.Attribute) and _is_read_of(node, name)]
    rows = RowQuery.of(code, given) if reads else None
    if rows is None or not _gives_rows(rows) or (loop is None and not _is_one(rows)):
        return
    related = _related(rows)
    for node in sorted(reads, key=lambda each: (each.lineno, each.col_offset)) if related else ():
        relationship = related.get(node.attr)
        if relationship and _asks(code.module, node, relationship) and not _may_be_loaded(code, rows, relationship):
            yield node, rows, relationship


def _related(rows: RowQuery) -> dict[str, Relationship]:
    """The lazy relationships of the model whose instances a query gives, those of its bases in the same file too."""
    module, entity = rows.module, rows.entities[0]
    place = module.place(module.scopes.qualified(entity))
    home = place.module if place else module
    definition = place.node if place else module.scopes.definition(entity)
    if not isinstance(definition, ast.ClassDef) or (rows.is_of_django and not _has_plain_manager(home, definition)):
        return {}
    owners = home.scopes.ancestry(definition)
    found = {each.name: each for each in home.all(Relationship) if each.owner in owners}
    return {name: each for name, each in found.items() if each.is_lazy}


def _has_plain_manager(module: Module, model: ast.ClassDef) -> bool:
    """Whether the manager `objects` of a model is Django's own, or one that is seen to leave the query as it is."""
    assigned = [node for owner in module.scopes.ancestry(model) if owner for node in owner.body]
    for node in assigned:
        if isinstance(node, ast.Assign) and last_name(node.targets[0]) == "objects":
            manager = node.value.func if isinstance(node.value, ast.Call) else node.value
            qualified = module.scopes.qualified(manager)
            place = module.place(qualified)
            definition = place.node if place else module.scopes.definition(manager)
            if isinstance(definition, ast.ClassDef):
                return not any(isinstance(part, FUNCTIONS) and part.name == "get_queryset" for part in definition.body)
            return qualified in ("django.db.models.Manager", "django.db.models.manager.Manager")
    return True


def _is_read_of(node: ast.Attribute, name: str) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id == name and isinstance(node.ctx, ast.Load)


def _gives_rows(rows: RowQuery) -> bool:
    """Whether a query gives whole instances of one model."""
    if len(rows.entities) != 1 or not rows.methods <= _KNOWN | {"objects"}:
        return False
    return "execute" not in rows.methods or not SCALAR_METHODS.isdisjoint(rows.methods)


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


def _may_be_loaded(code: TaskCode, rows: RowQuery, relationship: Relationship) -> bool:
    """Whether the query, or another one of the function, may have loaded a relationship."""
    if any(_loads(part, relationship.name) for part in subtree(*rows.parts)):
        return True
    scopes, model = code.module.scopes, code.module.scopes.qualified(rows.entities[0])
    attributes = code.all(ast.Attribute)
    if any(node.attr in _LOADERS for node in attributes):
        return True
    if any(last_name(call.func) == relationship.owner.name for call in code.calls):  # a row that is made here is loaded
        return True
    if any(node.attr == relationship.name and scopes.qualified(node.value) == model for node in attributes):
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
