"""Rows: expressions that are a model instance, a queryset or a row of a query."""

from __future__ import annotations

import ast

from celerylint.celery.databases import DJANGO_BUILDERS
from celerylint.celery.serialisation import DJANGO_OTHER_SHAPES, DJANGO_ROWS, QUERY_ROWS
from celerylint.facts.module import Module
from celerylint.facts.query import is_model
from celerylint.facts.session import is_session

INSTANCE = "a model instance"
QUERYSET = "a queryset"
INSTANCES = "model instances"
_NARROWED = frozenset({"with_entities", "add_columns", "add_column", "join", "outerjoin"})


def row(module: Module, node: ast.expr) -> str | None:
    """What an expression takes from a database, in words; None if it is not known to be a row, or rows."""
    root, methods = _chain(node)
    if not methods or root is node:
        return None
    if methods[0] == "objects" and is_model(module, root):
        return _of_manager(methods)
    if methods[0] == "query" and is_model(module, root):
        return _of_query(methods)
    first = _first_call(node, root)
    if first is None or not first.args or not is_session(module, root):
        return None
    if methods in (["get"], ["get_one"]):
        return INSTANCE
    if methods[0] == "query" and len(first.args) == 1 and is_model(module, first.args[0]):
        return _of_query(methods)
    return None


def _of_query(methods: list[str]) -> str | None:
    """What a chain gives that begins with `Model.query` or `session.query(Model)`."""
    if not _NARROWED.isdisjoint(methods):
        return None
    return INSTANCE if methods[-1] in QUERY_ROWS else INSTANCES if methods[-1] == "all" else None


def _of_manager(methods: list[str]) -> str | None:
    """What a chain gives that begins with `Model.objects`."""
    *earlier, last = methods[1:] or [""]
    if not DJANGO_BUILDERS.issuperset(earlier):
        return None  # a method of a manager or queryset of the project's own may give anything
    if last in DJANGO_BUILDERS or last in DJANGO_OTHER_SHAPES:
        return QUERYSET
    return INSTANCE if last in DJANGO_ROWS and DJANGO_OTHER_SHAPES.isdisjoint(earlier) else None


def item(module: Module, iterable: ast.expr) -> str | None:
    """What the items of an iterable are, if it is a queryset or a query of model instances."""
    methods = _chain(iterable)[1]
    rows = row(module, iterable)
    if rows == INSTANCES or (rows == QUERYSET and DJANGO_OTHER_SHAPES.isdisjoint(methods)):
        return INSTANCE
    if methods[-1:] == ["iterator"] and isinstance(iterable, ast.Call) and isinstance(iterable.func, ast.Attribute):
        return item(module, iterable.func.value)
    return None


def _chain(node: ast.expr) -> tuple[ast.expr, list[str]]:
    """What a chain of attributes and calls begins with, and the names in it.

    A class that a chain begins with may be an attribute itself: `models.User.objects`.
    """
    names: list[str] = []
    while isinstance(node, (ast.Call, ast.Attribute, ast.Await)):
        if isinstance(node, ast.Attribute):
            if node.attr[:1].isupper():
                break
            names.append(node.attr)
            node = node.value
        else:
            node = node.func if isinstance(node, ast.Call) else node.value
    return node, names[::-1]


def _first_call(node: ast.expr, root: ast.expr) -> ast.Call | None:
    """The call of the first method in a chain: `session.query(User)`."""
    found: ast.Call | None = None
    while node is not root:
        if isinstance(node, ast.Call):
            found, node = node, node.func
        elif isinstance(node, (ast.Attribute, ast.Await)):
            node = node.value
        else:
            return None
    return found
