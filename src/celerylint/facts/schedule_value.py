"""Schedules: when a periodic task is to run."""

from __future__ import annotations

import ast
from typing import Literal

from celerylint.celery.names import CRONTAB, INTERVALS, SCHEDULES
from celerylint.celery.schedules import NO_SCHEDULES
from celerylint.facts.crontab import Crontab
from celerylint.facts.module import Module
from celerylint.facts.timedelta import timedelta_seconds
from celerylint.syntax.node import argument, values_given
from celerylint.syntax.value import UNKNOWN, fold, number_of

Fault = Literal["text", "other", "never pauses"]
HOUR = 3600
_DISPLAYS = (ast.Dict, ast.List, ast.Tuple, ast.Set)


def schedule_fault(module: Module, node: ast.expr) -> Fault | None:
    """Why an expression is no schedule that beat can keep: it is text, something else, or seconds that are not above
    0. None if all is well or it is not known."""
    node = module.scopes.assigned(node) or node
    value = fold(node, module.scopes)
    if isinstance(value, str) or isinstance(node, ast.JoinedStr):
        return "text"
    if isinstance(value, (int, float)):
        return None if value > 0 else "never pauses"
    if value is None or isinstance(node, _DISPLAYS):
        return "other"
    if not isinstance(node, ast.Call):
        return None
    made = module.scopes.qualified(node.func)
    if made == "datetime.timedelta":
        parts = [fold(part, module.scopes) for part in values_given(node)]
        return "never pauses" if all(part == 0 for part in parts) else None
    return "other" if made in NO_SCHEDULES else None


def period(module: Module, node: ast.expr) -> float | None:
    """After how many seconds a schedule comes again, all day long: a number, a timedelta, or a crontab of any hour.
    None if that is not known."""
    node = module.scopes.assigned(node) or node
    if isinstance(node, ast.Call) and module.scopes.qualified(node.func) in INTERVALS:
        every = argument(node, 0, "run_every")
        node = node if every is None else module.scopes.assigned(every) or every
    crontab = module.at(Crontab, node)
    if crontab is None:
        seconds = number_of(node, module.scopes)
        return timedelta_seconds(module, node) if seconds is None else seconds
    return crontab.minutes_between * 60 if crontab.minutes_between else None


def is_schedule(module: Module, node: ast.expr) -> bool:
    """Whether an expression is surely a schedule: a number, a timedelta, a crontab and the like."""
    node = module.scopes.assigned(node) or node
    value = fold(node, module.scopes)
    if value is not UNKNOWN:
        return isinstance(value, (int, float))
    return isinstance(node, ast.Call) and module.scopes.qualified(node.func) in SCHEDULES | CRONTAB
