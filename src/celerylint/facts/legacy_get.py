"""Rows that are got by their primary key in the way of SQLAlchemy 1: `session.query(Order).get(7)`."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.query import Query
from celerylint.facts.reach import TaskCode

_PLAIN = (["query", "get"], ["query", "options", "get"])


class LegacyGet:
    """A call of `get` on a query of SQLAlchemy, and the call that takes its place."""

    of = TaskCode
    words = ("query",)

    def __init__(self, node: ast.Call, query: Query) -> None:
        self.module = query.module
        self.node = node
        self._query = query

    @classmethod
    def find(cls, module: Module) -> Iterable[LegacyGet]:
        for code in module.all(TaskCode):
            for call in code.calls:
                if _looks_so(call):
                    query = Query.of_chain(code, call)
                    if query and query.methods[0] == "query":
                        yield cls(call, query)

    @cached_property
    def span(self) -> Span:
        """The place of the call."""
        return self.module.span(self.node)

    @property
    def is_of_one_class(self) -> bool:
        """Whether it is just `session.query(Model).get(key)`, with options or without."""
        return self._query.methods in _PLAIN and len(self._query.entities) == 1

    @property
    def replacement(self) -> str:
        """The call that SQLAlchemy 2 has for it. Behind `Order.query` the session does not show."""
        entities = self._query.entities
        session = ast.unparse(self._query.root) if entities else "session"
        model = entities[0] if entities else self._query.root
        options = ", options=[...]" if "options" in self._query.methods else ""
        return f"{session}.get({ast.unparse(model)}, {ast.unparse(self.node.args[0])}{options})"


def _looks_so(call: ast.Call) -> bool:
    """Whether a call has the shape `….query….get(key)`."""
    node: ast.expr = call.func
    if not (isinstance(node, ast.Attribute) and node.attr == "get" and len(call.args) == 1 and not call.keywords):
        return False
    while isinstance(node, (ast.Attribute, ast.Call)):
        if isinstance(node, ast.Attribute) and node.attr == "query":
            return True
        node = node.value if isinstance(node, ast.Attribute) else node.func
    return False
