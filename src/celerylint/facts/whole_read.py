"""Queries that read everything that matches at once, for a loop to go through."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.databases import WHOLE_QUERY_METHODS, WHOLE_QUERYSET_METHODS
from celerylint.core.span import Span
from celerylint.facts.loop import Loop
from celerylint.facts.module import Module
from celerylint.facts.query import is_model
from celerylint.facts.row_query import RowQuery
from celerylint.syntax.node import ORDERINGS
from celerylint.syntax.value import UNKNOWN, fold

_OF_ONE = frozenset("id pk name slug code codename key uuid email username domain".split())
"""Columns whose value few rows share."""
_RANGE_LOOKUPS = ("__lt", "__lte", "__gt", "__gte")


class WholeRead:
    """A query of whole model instances that a `for` goes through, where nothing limits how many there are: neither a
    number, nor a condition that asks for those of one thing."""

    of = Loop
    words = ("query", "execute", "scalars", "exec", "objects")

    def __init__(self, loop: Loop, rows: RowQuery) -> None:
        self.module = loop.module
        self.node = rows.node
        self.is_django = rows.is_of_django

    @classmethod
    def find(cls, module: Module) -> Iterable[WholeRead]:
        seen = set()
        for loop in module.all(Loop):
            if loop.iterable is None or not isinstance(loop.node, (ast.For, ast.AsyncFor)):
                continue
            rows = RowQuery.of(loop.code, loop.iterable)
            if rows and rows.node not in seen and _is_whole(rows):
                seen.add(rows.node)
                yield cls(loop, rows)

    @cached_property
    def span(self) -> Span:
        """The place of the query."""
        return self.module.span(self.node)


def _is_whole(rows: RowQuery) -> bool:
    """Whether a query is known to give whole rows, and as many as there are."""
    known = WHOLE_QUERYSET_METHODS if rows.is_of_django else WHOLE_QUERY_METHODS
    if not rows.methods <= known or not rows.entities:
        return False
    return all(is_model(rows.module, each) for each in rows.entities) and not _varies(rows)


def _varies(rows: RowQuery) -> bool:
    """Whether the conditions of a query depend on more than a bound: then there are the rows of one thing."""
    given = rows.query.statement
    waiting: list[ast.AST] = list(rows.parts)
    while waiting:
        node = waiting.pop()
        if node is rows.query.root or (node is given and isinstance(node, ast.Name)) or _is_bound(node):
            continue
        if _names_one(node) or (isinstance(node, ast.Name) and _is_variable(rows.module, node)):
            return True
        waiting += ast.iter_child_nodes(node)
    return False


def _names_one(node: ast.AST) -> bool:
    """Whether a condition asks for the rows of one name: `Order.code == "A7"`, `name="cdn"`."""
    if isinstance(node, ast.Compare):
        return isinstance(node.ops[0], ast.Eq) and isinstance(node.left, ast.Attribute) and node.left.attr in _OF_ONE
    return isinstance(node, ast.keyword) and node.arg in _OF_ONE


def _is_bound(node: ast.AST) -> bool:
    """Whether a condition bounds a column on one side: `Order.created < limit`, `created__lt=limit`."""
    if isinstance(node, ast.Compare):
        return isinstance(node.ops[0], ORDERINGS)
    return isinstance(node, ast.keyword) and (node.arg or "").endswith(_RANGE_LOOKUPS)


def _is_variable(module: Module, node: ast.Name) -> bool:
    """Whether a name stands for something that differs from run to run, and not for a module, class or constant."""
    if not node.id[:1].islower() and not node.id.startswith("_"):
        return False
    hows = {binding.how for binding in module.scopes.bindings(node)}
    return not hows <= {"import", "define"} and fold(node, module.scopes) is UNKNOWN
