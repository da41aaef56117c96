"""Queries that read everything that matches at once, for a loop to go through."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.databases import READ_STATEMENTS, WHOLE_QUERY_METHODS, WHOLE_QUERYSET_METHODS
from celerylint.core.span import Span
from celerylint.facts.loop import Loop
from celerylint.facts.module import Module
from celerylint.facts.query import Query, is_model
from celerylint.syntax.node import values_given
from celerylint.syntax.value import UNKNOWN, fold

_MAX_CHAIN = 60
_WHOLE = WHOLE_QUERY_METHODS | WHOLE_QUERYSET_METHODS
_RANGES = (ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_RANGE_LOOKUPS = ("__lt", "__lte", "__gt", "__gte")


class WholeRead:
    """A query of whole model instances that a `for` goes through, where nothing limits how many there are: neither a
    number, nor a condition that asks for those of one thing."""

    of = Loop
    words = ("query", "execute", "scalars", "exec", "objects")

    def __init__(self, loop: Loop, query: Query) -> None:
        self.loop = loop
        self.module = loop.module
        self.node = query.node
        self.is_django = query.methods[0] == "objects"

    @classmethod
    def find(cls, module: Module) -> Iterable[WholeRead]:
        seen = set()
        for loop in module.all(Loop):
            if loop.iterable is None or not isinstance(loop.node, (ast.For, ast.AsyncFor)):
                continue
            query, later = _source(loop, loop.iterable)
            if query and query.node not in seen and _is_whole(module, query, later):
                seen.add(query.node)
                yield cls(loop, query)

    @cached_property
    def span(self) -> Span:
        """The place of the query."""
        return self.module.span(self.node)


def _source(loop: Loop, node: ast.expr) -> tuple[Query | None, list[ast.expr]]:
    """The query whose rows an expression gives, whole: `rows`, `(await session.execute(statement)).scalars().all()`;
    and what is handed to methods on the way."""
    chain: ast.expr | None = node
    later: list[ast.expr] = []
    for _ in range(_MAX_CHAIN):
        if isinstance(chain, ast.Await):
            chain = chain.value
        elif isinstance(chain, ast.Name):
            value = loop.module.scopes.assigned(chain)
            is_own = loop.module.index.enclosing_function(value) is loop.code.node if value is not None else False
            chain = value if is_own and value is not chain else None
        elif isinstance(chain, ast.Call) and isinstance(chain.func, ast.Attribute):
            query = Query.of_chain(loop.code, chain)
            if query or chain.func.attr not in _WHOLE:
                return query, later
            later += values_given(chain)
            chain = chain.func.value
        else:
            break
    return None, later


def _is_whole(module: Module, query: Query, later: list[ast.expr]) -> bool:
    """Whether a query is known to give whole rows, and as many as there are."""
    parts, selected = [query.node, *later], [query.root]
    methods = set(query.methods)
    known = WHOLE_QUERY_METHODS
    if query.methods[0] == "objects":
        known = WHOLE_QUERYSET_METHODS
    elif query.methods[0] == "query":
        selected = query.entities or selected
    else:
        statement = module.scopes.assigned(query.statement) if query.statement else None
        if statement is None:
            return False
        parts.append(statement)
        selected, names = _selected(module, statement)
        methods |= names
    is_entity = bool(selected) and all(is_model(module, each) for each in selected)
    return is_entity and methods <= known and not _varies(module, query, parts)


def _selected(module: Module, statement: ast.expr) -> tuple[list[ast.expr], set[str]]:
    """What a `select(...)` selects, and the methods that are called on it."""
    methods: set[str] = set()
    while isinstance(statement, ast.Call):
        if module.scopes.qualified(statement.func) in READ_STATEMENTS:
            return statement.args, methods
        if not isinstance(statement.func, ast.Attribute):
            break
        methods.add(statement.func.attr)
        statement = statement.func.value
    return [], methods


def _varies(module: Module, query: Query, parts: list[ast.expr]) -> bool:
    """Whether the conditions of a query depend on something other than a bound: then there are those of one thing."""
    waiting: list[ast.AST] = list(parts)
    while waiting:
        node = waiting.pop()
        if node is query.root or (node is query.statement and isinstance(node, ast.Name)) or _is_bound(node):
            continue
        if isinstance(node, ast.Name) and _is_variable(module, node):
            return True
        waiting += ast.iter_child_nodes(node)
    return False


def _is_bound(node: ast.AST) -> bool:
    """Whether a condition bounds a column on one side: `Order.created < limit`, `created__lt=limit`."""
    if isinstance(node, ast.Compare):
        return isinstance(node.ops[0], _RANGES)
    return isinstance(node, ast.keyword) and (node.arg or "").endswith(_RANGE_LOOKUPS)


def _is_variable(module: Module, node: ast.Name) -> bool:
    """Whether a name stands for something that differs from run to run, and not for a module, class or constant."""
    if not node.id[:1].islower() and not node.id.startswith("_"):
        return False
    hows = {binding.how for binding in module.scopes.bindings(node)}
    return not hows <= {"import", "define"} and fold(node, module.scopes) is UNKNOWN
