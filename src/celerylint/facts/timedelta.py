"""Spans of time that are written as a `timedelta`."""

from __future__ import annotations

import ast

from celerylint.facts.module import Module
from celerylint.syntax.value import number_of

_SECONDS = {
    "days": 86400.0,
    "seconds": 1.0,
    "microseconds": 1e-6,
    "milliseconds": 1e-3,
    "minutes": 60.0,
    "hours": 3600.0,
    "weeks": 604800.0,
}
"""The parameters of timedelta in their order, and what each is worth."""


def timedelta_seconds(module: Module, node: ast.expr) -> float | None:
    """How many seconds a `timedelta(...)` of constants is."""
    known = module.scopes.assigned(node)
    if not isinstance(known, ast.Call) or module.scopes.qualified(known) != "datetime.timedelta()":
        return None
    parts = [*zip(_SECONDS, known.args, strict=False), *((each.arg, each.value) for each in known.keywords)]
    numbers = [(_SECONDS.get(name or ""), number_of(value, module.scopes)) for name, value in parts]
    total = 0.0
    for unit, number in numbers:
        if unit is None or number is None:
            return None
        total += unit * number
    return total
