"""Crontab schedules: calls of `celery.schedules.crontab`, and of its `from_string`."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from celerylint.celery.names import CRONTAB, RANDOM
from celerylint.celery.schedules import (
    CRON_LINE_FIELDS,
    CRONTAB_ALIASES,
    CRONTAB_ARGUMENTS,
    CRONTAB_FIELDS,
    DAYS_OF_MONTHS,
    HOURS_A_DAY,
    IMPOSSIBLE_DATES_SINCE,
    MINUTES_AN_HOUR,
)
from celerylint.core.span import Span
from celerylint.facts.crontab_field import CrontabField
from celerylint.facts.module import Module
from celerylint.syntax.node import last_name, unpacks, values_given
from celerylint.syntax.value import fold, text_of


class UnknownField(NamedTuple):
    """A keyword that `crontab` does not take, and the field that was probably meant."""

    name: str
    span: Span
    meant: str | None


class PlacedField(NamedTuple):
    """A field that is given by place, what the field at that place of a cron line is, and how it is written."""

    name: str
    in_cron: str
    position: int
    text: str
    span: Span


class Crontab:
    """A crontab and its fields by name.

    `line` holds the parts of the text that `from_string` is given. `is_open` means that `*args` or `**kwargs` may hold
    more fields.
    """

    words = ("crontab",)

    def __init__(self, module: Module, node: ast.Call, line: tuple[str, ...] = ()) -> None:
        self.module = module
        self.node = node
        self.is_open = unpacks(node)
        self.line = line
        self._fields: dict[str, CrontabField] = {}
        for name, text in zip(CRON_LINE_FIELDS, line, strict=False) if self.has_five_parts else ():
            self._add(name, text, node.args[0])
        for name, argument in zip(CRONTAB_FIELDS, node.args if not line else (), strict=False):
            if isinstance(argument, ast.Starred):
                break
            self._add(name, fold(argument, module.scopes), argument)
        for keyword in node.keywords:
            if keyword.arg in CRONTAB_FIELDS:
                self._add(keyword.arg, fold(keyword.value, module.scopes), keyword)

    def _add(self, name: str, value: object, node: ast.expr | ast.keyword) -> None:
        self._fields[name] = CrontabField(name, value, self.module.span(node), self.module.settings.target_celery)

    @classmethod
    def find(cls, module: Module) -> Iterable[Crontab]:
        names = _spellings(module)
        for call in module.index.calls(*names, "from_string"):
            function = call.func
            called = last_name(function)
            if called == "from_string" and isinstance(function, ast.Attribute) and call.args:
                line = text_of(call.args[0], module.scopes)
                if last_name(function.value) in names and module.scopes.qualified(function.value) in CRONTAB and line:
                    yield cls(module, call, tuple(line.split(" ")))
            elif called in names and module.scopes.qualified(function) in CRONTAB:
                partial = module.scopes.assigned(function)
                if not isinstance(partial, ast.Call):  # what `partial(crontab, minute=0)` was given is not missing
                    yield cls(module, call)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def has_five_parts(self) -> bool:
        """Whether the text that `from_string` is given has a part for each field; true for other crontabs."""
        return len(self.line) in (0, len(CRON_LINE_FIELDS))

    @property
    def fields(self) -> list[CrontabField]:
        """The fields that are given."""
        return list(self._fields.values())

    @property
    def unknown_fields(self) -> list[UnknownField]:
        """The keywords that are no field."""
        known = CRONTAB_ARGUMENTS.union(CRONTAB_FIELDS)
        names = [keyword for keyword in self.node.keywords if keyword.arg and keyword.arg not in known]
        return [
            UnknownField(keyword.arg, self.module.span(keyword), CRONTAB_ALIASES.get(keyword.arg))
            for keyword in names
            if keyword.arg
        ]

    def has(self, field: str) -> bool:
        """Whether a field is given."""
        return field in self._fields

    def value(self, field: str) -> object:
        """The folded value of a field; UNKNOWN if it does not fold, `"*"` if it is not given."""
        return self._fields[field].value if field in self._fields else "*"

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

    def numbers(self, name: str) -> frozenset[int] | None:
        """The numbers that a field stands for, all if it is not given; None if that cannot be told."""
        every = CrontabField(name, "*", self.span, self.module.settings.target_celery)
        return self._fields.get(name, every).numbers

    @property
    def hours(self) -> int | None:
        """How many hours of a day the schedule is for; None if that cannot be told."""
        numbers = self.numbers("hour")
        return None if numbers is None else len(numbers)

    @property
    def minutes_between(self) -> int | None:
        """How many minutes lie between two runs, the same in every hour of the day; None if that cannot be told."""
        minutes = sorted(self.numbers("minute") or ())
        following = [*minutes[1:], MINUTES_AN_HOUR + minutes[0]] if minutes else []
        gaps = {later - earlier for earlier, later in zip(minutes, following, strict=True)}
        return gaps.pop() if len(gaps) == 1 and self.hours == HOURS_A_DAY and not self.is_open else None

    @property
    def is_for_hours(self) -> bool:
        """Whether it is for certain hours of the day, by Celery's clock, and not every so many."""
        is_every = str(self.value("hour")).strip().startswith("*")
        has_clock = any(keyword.arg == "nowfun" for keyword in self.node.keywords)
        return self.has("hour") and self.hours is not None and not is_every and not has_clock

    @property
    def is_daily(self) -> bool:
        """Whether it comes on every day."""
        days = ("day_of_week", "day_of_month", "month_of_year")
        return not self.is_open and not any(map(self.restricts, days))

    @property
    def uneven_fields(self) -> list[CrontabField]:
        """The fields whose step ends unevenly, and which start over after it: the next hour, the next day."""
        hours = self.numbers("hour") or frozenset()
        one_day = any(self.restricts(day) and self.is_single(day) for day in ("day_of_week", "day_of_month"))
        starts_over = {
            "minute": any((hour + 1) % HOURS_A_DAY in hours for hour in hours),
            "hour": not one_day,
            "day_of_week": True,
            "month_of_year": True,
        }
        return [field for field in self.fields if starts_over.get(field.name) and field.has_uneven_step]

    @property
    def placed_day(self) -> PlacedField | None:
        """The first day or month that is given by place, where `crontab` has another order than a cron line."""
        if self.line:
            return None
        for position, node in enumerate(self.node.args[: len(CRONTAB_FIELDS)]):
            name, in_cron = CRONTAB_FIELDS[position], CRON_LINE_FIELDS[position]
            if isinstance(node, ast.Starred):
                return None
            if name != in_cron and fold(node, self.module.scopes) != "*":
                span = self.module.span(node)
                return PlacedField(name, in_cron, position, self.module.source.excerpt(span), span)
        return None

    @property
    def random_part(self) -> Span | None:
        """The place of what chooses a field at random: `minute=random.randint(0, 59)`."""
        if "random.seed" in self.module.source.text:
            return None
        for given in values_given(self.node):
            node = self.module.scopes.assigned(given) or given
            if isinstance(node, ast.Call) and node.args and self.module.scopes.qualified(node.func) == "builtins.str":
                node = self.module.scopes.assigned(node.args[0]) or node.args[0]
            if isinstance(node, ast.Call) and self.module.scopes.qualified(node.func) in RANDOM:
                return self.module.span(given)
        return None

    @property
    def impossible_day(self) -> CrontabField | None:
        """The day of the month, if none of the months given has such a day: 31 February."""
        day, month = self._fields.get("day_of_month"), self._fields.get("month_of_year")
        if not (day and day.numbers and month and month.numbers):
            return None
        longest = max(DAYS_OF_MONTHS[number - 1] for number in month.numbers)
        return day if min(day.numbers) > longest else None

    @property
    def is_impossible_date_refused(self) -> bool:
        """Whether the target version refuses such a day; before, the task just never ran."""
        return self.module.settings.target_celery >= IMPOSSIBLE_DATES_SINCE


def _spellings(module: Module) -> set[str]:
    """The names that `crontab` may go by in a file: a filter, before the costlier look at what a call calls."""
    names = {"crontab"}
    for node in module.index.all(ast.ImportFrom, "crontab"):
        names |= {alias.asname for alias in node.names if alias.asname and alias.name == "crontab"}
    for assignment in module.index.all(ast.Assign, "crontab"):
        if last_name(assignment.value) in names:
            names |= {target.id for target in assignment.targets if isinstance(target, ast.Name)}
    return names
