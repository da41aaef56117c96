"""Exception classes by name: which a handler or an option lists, and which takes in which."""

from __future__ import annotations

import ast
import builtins

from celerylint.celery.exceptions import PARENTS
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.scopes import Scopes

BROAD = frozenset({"builtins.Exception", "builtins.BaseException"})


def listed(scopes: Scopes, node: ast.expr | None) -> list[str | None]:
    """The qualified names in a class, or a tuple of classes; None for a part that is unknown."""
    found: list[str | None] = []
    seen: set[ast.AST] = set()
    waiting = [node] if node is not None else []
    while waiting:
        current = waiting.pop(0)
        if isinstance(current, ast.Name):
            current = scopes.assigned(current) or current
        if current in seen:  # `ERRORS = ERRORS + (Late,)`
            continue
        seen.add(current)
        if isinstance(current, (ast.Tuple, ast.List, ast.Set)):
            waiting = [*current.elts, *waiting]
        elif isinstance(current, ast.Starred):
            waiting = [current.value, *waiting]
        elif isinstance(current, ast.BinOp) and isinstance(current.op, ast.Add):
            waiting = [current.left, current.right, *waiting]
        else:
            found.append(None if isinstance(current, ast.Call) else scopes.qualified(current))
    return found


def takes_in(scopes: Scopes, wide: str | None, narrow: str | None) -> bool:
    """Whether a handler of the one class is known to take the other."""
    if wide is None or narrow is None:
        return False
    return wide in BROAD or wide in _with_parents(scopes, narrow)


def is_exception_class(scopes: Scopes, qualified: str | None) -> bool:
    """Whether a name is known to be an exception class: a builtin, one of Celery's, or one of this file."""
    return qualified is not None and not BROAD.isdisjoint(_with_parents(scopes, qualified))


def _with_parents(scopes: Scopes, qualified: str) -> set[str]:
    """A class and its bases, as far as they are known."""
    found: set[str] = set()
    waiting: list[str | None] = [qualified]
    while waiting:
        name = waiting.pop()
        if name is None or name in found:
            continue
        found.add(name)
        module, _, last = name.rpartition(".")
        known = getattr(builtins, last, None) if module == "builtins" else None
        definition = scopes.defined(name)
        if isinstance(known, type) and issubclass(known, BaseException):
            found.update(f"builtins.{parent.__name__}" for parent in known.__mro__)
        elif isinstance(definition, ast.ClassDef):
            waiting += [scopes.qualified(base) for base in definition.bases]
        elif definition is None or not isinstance(definition, FUNCTIONS):
            waiting.append(PARENTS.get(name))
    return found
