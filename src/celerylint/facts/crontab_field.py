"""One field of a crontab, read as Celery reads it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from celerylint.celery.schedules import CRONTAB_RANGES, MONTH_NAMES_SINCE, MONTHS, WEEKDAYS
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.syntax.value import UNKNOWN

# As in celery.schedules.crontab_parser, which looks only at the beginning of a part.
_RANGE = regex(r"(\w+?)-(\w+)(?P<slash>/(?P<step>\w+)?)?")
_EVERY = regex(r"\*(?P<slash>/)(?P<step>\w+)?")
_OWN_NAMES = {"day_of_week": WEEKDAYS, "month_of_year": MONTHS}


class _RefusedError(Exception):
    """What Celery raises an error at, in words."""


class Part(NamedTuple):
    """What stands between two commas. `read_as` is what Celery makes of it, if that is not what it says."""

    text: str
    numbers: tuple[int, ...]
    step: int = 1
    read_as: str | None = None


class CrontabField:
    """A field and the value it is given."""

    def __init__(self, name: str, value: object, span: Span, target: tuple[int, int]) -> None:
        self.name = name
        self.value = value
        self.span = span
        self._target = target

    @property
    def first(self) -> int:
        """The lowest number of such a field."""
        return CRONTAB_RANGES[self.name][0]

    @property
    def last(self) -> int:
        """The highest number of such a field."""
        return CRONTAB_RANGES[self.name][1]

    @property
    def fault(self) -> str | None:
        """What Celery raises an error at; None if all is well or the value is not known."""
        return self._read[1]

    @property
    def parts(self) -> list[Part]:
        """The parts of a field that is text, as far as Celery reads it."""
        return self._read[0]

    @cached_property
    def numbers(self) -> frozenset[int] | None:
        """The numbers that the field stands for; None if they are not known, or Celery refuses the field."""
        if self.fault or self.value is UNKNOWN:
            return None
        if isinstance(self.value, str):
            return frozenset(number for part in self.parts for number in part.numbers)
        given = self.value if isinstance(self.value, tuple) else (self.value,)
        return None if UNKNOWN in given else frozenset(number for number in given if isinstance(number, int))

    @property
    def has_uneven_step(self) -> bool:
        """Whether all that it holds is a step over the whole field, which that does not divide: `*/7` minutes."""
        if len(self.parts) != 1 or self.fault or not self.parts[0].text.strip().startswith("*/"):
            return False
        size, step = self.last - self.first + 1, self.parts[0].step
        return step <= size and size % step != 0

    @property
    def is_empty(self) -> bool:
        """Whether the field is an empty list, which no time fits."""
        return self.value == ()

    @property
    def looks_like_a_cron_line(self) -> bool:
        """Whether all five fields stand in this one."""
        return isinstance(self.value, str) and len(self.value.split()) == len(CRONTAB_RANGES)

    @cached_property
    def _read(self) -> tuple[list[Part], str | None]:
        parts: list[Part] = []
        try:
            if isinstance(self.value, str):
                parts.extend(self._part(text) for text in self.value.split(","))
            elif self.value is not UNKNOWN:
                self._check(self.value)
        except _RefusedError as refusal:
            return parts, str(refusal)
        return parts, None

    def _check(self, value: object) -> None:
        """Refuse what is no number or list of numbers, and numbers out of range."""
        if value is None or isinstance(value, float):
            raise _RefusedError("it is neither a whole number nor text")
        for number in value if isinstance(value, tuple) else (value,):
            if number is None or isinstance(number, str):
                raise _RefusedError("a list holds numbers only")
            if isinstance(number, (int, float)):
                self._within(number)

    def _within(self, number: float) -> None:
        if not self.first <= number <= self.last:
            raise _RefusedError(f"{number} is not between {self.first} and {self.last}")

    def _part(self, text: str) -> Part:
        match = _RANGE.match(text)
        if match:
            first, last = self._number(match[1]), self._number(match[2])
            after = range(first, last + 1) if first <= last else (*range(first, self.last + 1), *self._up_to(last))
            return self._stepped(text, match, after, f"{first}-{last}" if self._misnamed(*match.group(1, 2)) else None)
        match = _EVERY.match(text)
        if match:
            return self._stepped(text, match, self._up_to(self.last), None)
        if text == "*":
            return Part(text, tuple(self._up_to(self.last)))
        number = self._number(text)
        return Part(text, (number,), read_as=str(number) if self._misnamed(text) else None)

    def _stepped(self, text: str, match: re.Match[str], numbers: Iterable[int], read_as: str | None) -> Part:
        step = 1
        if match["slash"]:
            try:
                step = int(match["step"] or "")
            except ValueError:
                raise _RefusedError(f"`{text.strip()}` has no number as its step") from None
            if not step:
                raise _RefusedError("a step of 0")
        heard = None if text.strip() == match[0] else match[0]  # what follows is not read
        return Part(text, tuple(numbers)[::step], step, read_as or heard)

    def _up_to(self, number: int) -> Iterator[int]:
        yield from range(self.first, number + 1)

    def _number(self, text: str) -> int:
        if not text.strip():
            raise _RefusedError("a part of it is empty")
        try:
            number = int(text)
        except ValueError:
            named = self._named(text)
            if named is None:
                raise _RefusedError(_unreadable(text)) from None
            number = named
        if text[0] == "-":
            raise _RefusedError(f"`{text}` is negative")
        self._within(number)
        return number

    def _named(self, text: str) -> int | None:
        name = text[:3].lower()
        month = MONTHS.get(name) if self._target >= MONTH_NAMES_SINCE else None
        return WEEKDAYS.get(name) if month is None else month

    def _misnamed(self, *texts: str) -> bool:
        """Whether one of these is the name of a day or month in a field which is not its own."""
        own = _OWN_NAMES.get(self.name, {})
        return any(text[:3].isalpha() and text[:3].lower() not in own for text in texts)


def _unreadable(text: str) -> str:
    blank = "before" if text[0].isspace() else "after" if text[-1].isspace() else ""
    return f"a blank {blank} `{text.strip()}`" if blank else f"`{text}` is neither a number nor a name"
