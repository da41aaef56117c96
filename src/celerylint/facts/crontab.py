"""Crontab schedules: calls of `celery.schedules.crontab`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.names import CRONTAB
from celerylint.celery.schedules import CRONTAB_FIELDS, HOURS_A_DAY
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.syntax.value import fold

_PART = re.compile(r"\s*(?P<start>\d+)\s*|(?:\*|(?P<first>\d+)-(?P<end>\d+))(?:/(?P<step>\d+))?")


class Crontab:
    """A crontab and its fields by name. `is_open` means that `*args` or `**kwargs` may hold more."""

    words = ("crontab",)

    def __init__(self, module: Module, node: ast.Call) -> None:
        self.module = module
        self.node = node
        self.is_open = any(keyword.arg is None for keyword in node.keywords) or any(
            isinstance(argument, ast.Starred) for argument in node.args
        )
        self._fields: dict[str, ast.expr] = dict(zip(CRONTAB_FIELDS, node.args, strict=False))
        self._fields.update((keyword.arg, keyword.value) for keyword in node.keywords if keyword.arg)

    @classmethod
    def find(cls, module: Module) -> Iterable[Crontab]:
        names = _spellings(module)
        for call in module.index.calls(*names):
            if module.scopes.qualified(call.func) in CRONTAB:
                partial = module.scopes.assigned(call.func)
                if not isinstance(partial, ast.Call):  # what `partial(crontab, minute=0)` was given is not missing
                    yield cls(module, call)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    def has(self, field: str) -> bool:
        """Whether a field is given."""
        return field in self._fields

    def value(self, field: str) -> object:
        """The folded value of a field; UNKNOWN if it does not fold, `"*"` if it is not given."""
        return fold(self._fields[field], self.module.scopes) if field in self._fields else "*"

    def restricts(self, field: str) -> bool:
        """Whether a field is given, and as something else than `*`."""
        return self.has(field) and self.value(field) != "*"

    def is_single(self, field: str) -> bool:
        """Whether a field is one value: no step, no range, no list."""
        value = self.value(field)
        return isinstance(value, int) or (isinstance(value, str) and value.strip().isalnum())

    @property
    def has_fixed_minute(self) -> bool:
        """Whether the minute is one number."""
        value = self.value("minute")
        return isinstance(value, int) or (isinstance(value, str) and value.strip().isdigit())

    @cached_property
    def hours(self) -> int | None:
        """How many hours of a day the schedule is for; None if that cannot be told."""
        return _count(self.value("hour"), HOURS_A_DAY)


def _spellings(module: Module) -> set[str]:
    """The names that `crontab` may go by in a file: a filter, before the costlier look at what a call calls."""
    names = {"crontab"}
    for node in module.index.all(ast.ImportFrom, "crontab"):
        names |= {alias.asname for alias in node.names if alias.asname and alias.name == "crontab"}
    for assignment in module.index.all(ast.Assign, "crontab"):
        value = assignment.value
        if (value.id if isinstance(value, ast.Name) else getattr(value, "attr", None)) in names:
            names |= {target.id for target in assignment.targets if isinstance(target, ast.Name)}
    return names


def _count(value: object, size: int) -> int | None:
    """How many of `size` values, counted from 0, a crontab field stands for (celery.schedules.crontab_parser)."""
    if isinstance(value, int):
        return 1 if 0 <= value < size else None
    if isinstance(value, tuple):
        return len(set(value)) if all(isinstance(part, int) and 0 <= part < size for part in value) else None
    if not isinstance(value, str):
        return None
    found: set[int] = set()
    for part in value.split(","):
        match = _PART.fullmatch(part)
        if match is None:
            return None
        start = match["start"] or match["first"]
        first, last = (0, size - 1) if start is None else (int(start), int(match["end"] or start))
        step = int(match["step"] or 1)
        if not step or max(first, last) >= size:
            return None
        found.update(number % size for number in range(first, last + size * (last < first) + 1, step))
    return len(found)
