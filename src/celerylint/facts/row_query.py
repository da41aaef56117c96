"""From rows back to the query that gave them."""

from __future__ import annotations

import ast

from celerylint.celery.databases import READ_STATEMENTS
from celerylint.facts.module import Module
from celerylint.facts.query import Query
from celerylint.facts.reach import TaskCode
from celerylint.syntax.node import values_given

_MAX_CHAIN = 60


class RowQuery:
    """The query that an expression in a function gives rows of, by way of names and results: `orders`, where
    `orders = (await session.execute(statement)).scalars().all()`.

    `methods` are the names of everything that is called from the session or model on, `parts` the expressions in which
    it is written, `entities` what is selected.
    """

    def __init__(self, query: Query, later: list[str], handed: list[ast.expr]) -> None:
        self.query = query
        self.node = query.node
        self.module = query.module
        self.methods = {*query.methods, *later}
        self.parts = [query.node, *handed]
        self.entities = query.entities or [query.root]
        if not self.is_of_model and query.methods[0] != "query":
            self._look_into_statement()

    @classmethod
    def of(cls, code: TaskCode, node: ast.expr) -> RowQuery | None:
        """The query behind an expression; None if it is not one of this function."""
        chain: ast.expr | None = node
        later: list[str] = []
        handed: list[ast.expr] = []
        for _ in range(_MAX_CHAIN):
            if isinstance(chain, ast.Await):
                chain = chain.value
            elif isinstance(chain, ast.Name):
                chain = _assigned_in(code, chain)
            elif isinstance(chain, ast.Call) and isinstance(chain.func, ast.Attribute):
                query = Query.of_chain(code, chain)
                if query:
                    return cls(query, later, handed)
                later.append(chain.func.attr)
                handed += values_given(chain)
                chain = chain.func.value
            else:
                break
        return None

    @property
    def is_of_django(self) -> bool:
        """Whether it is a queryset of Django."""
        return self.query.methods[0] == "objects"

    @property
    def is_of_model(self) -> bool:
        """Whether it begins with the model: `Order.objects`, `Order.query`."""
        return self.is_of_django or (self.query.methods[0] == "query" and not self.query.entities)

    def _look_into_statement(self) -> None:
        """Take in what `session.execute(statement)` is given; a statement that is not known selects nothing."""
        given = self.query.statement
        self.entities = [given] if given is not None and self.query.methods[0] in ("get", "get_one") else []
        statement = self.module.scopes.assigned(given) if given is not None else None
        if self.entities or statement is None:
            return
        self.parts.append(statement)
        while isinstance(statement, ast.Call):
            if self.module.scopes.qualified(statement.func) in READ_STATEMENTS:
                self.entities = statement.args
                return
            if not isinstance(statement.func, ast.Attribute):
                return
            self.methods.add(statement.func.attr)
            statement = statement.func.value


def _assigned_in(code: TaskCode, name: ast.Name) -> ast.expr | None:
    """What a name of a function stands for, if it is bound there once."""
    module: Module = code.module
    value = module.scopes.assigned(name)
    is_own = value is not None and module.index.enclosing_function(value) is code.node
    return value if is_own and value is not name else None
