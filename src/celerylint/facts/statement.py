"""SQL statements: whether an expression given to `execute` reads or writes."""

from __future__ import annotations

import ast
import re

from celerylint.celery.databases import READ_STATEMENTS, TEXT_STATEMENTS, WRITE_STATEMENTS
from celerylint.core.regex import regex
from celerylint.facts.module import Module
from celerylint.syntax.value import text_of

_MAX_CHAIN = 200
_READING_SQL = regex(r"(?i)\s*(select|with)\b")
_WRITING_SQL = regex(r"(?i)\s*(insert|update|delete|replace|merge|truncate)\b")


def reads(module: Module, node: ast.expr | None) -> bool:
    """Whether a statement is known to read."""
    return _is_kind(module, node, READ_STATEMENTS, _READING_SQL)


def writes(module: Module, node: ast.expr | None) -> bool:
    """Whether a statement is known to write."""
    return _is_kind(module, node, WRITE_STATEMENTS, _WRITING_SQL)


def _is_kind(module: Module, node: ast.expr | None, makers: frozenset[str], sql: re.Pattern[str]) -> bool:
    statement = module.scopes.assigned(node) if node is not None else None
    for _ in range(_MAX_CHAIN):  # `query = query.where(…)` has no end
        if isinstance(statement, ast.Attribute):
            statement = module.scopes.assigned(statement.value)
            continue
        if not isinstance(statement, ast.Call):
            break
        name = module.scopes.qualified(statement.func)
        if name in makers:
            return True
        if name in TEXT_STATEMENTS:
            statement = statement.args[0] if statement.args else None
            break
        statement = statement.func if isinstance(statement.func, ast.Attribute) else None
    return statement is not None and bool(sql.match(text_of(statement, module.scopes) or ""))
