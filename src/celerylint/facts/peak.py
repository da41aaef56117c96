"""When the schedule of a file sends most."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from celerylint.core.span import Span
from celerylint.facts.crontab import Crontab
from celerylint.facts.module import Module
from celerylint.facts.periodic_call import PeriodicCall
from celerylint.facts.schedule_entry import ScheduleEntry

_ON_THE_HOUR = frozenset({0})


class Peak:
    """The hour at whose very beginning the schedule of a file sends most tasks, each day: at most one fact a file.

    `span` is the place of the first of them. What comes several times an hour, or on certain days only, is left out,
    and so are entries that another scheduler may spread.
    """

    of = (ScheduleEntry, PeriodicCall)

    def __init__(self, hour: int, places: list[Span]) -> None:
        self.hour = hour
        self.count = len(places)
        self.span = places[0]

    @classmethod
    def find(cls, module: Module) -> Iterable[Peak]:
        by_hour: dict[int, list[Span]] = {}
        for schedule, span in _schedules(module):
            crontab = module.at(Crontab, module.scopes.assigned(schedule))
            if crontab and crontab.is_daily and crontab.numbers("minute") == _ON_THE_HOUR:
                for hour in crontab.numbers("hour") or ():
                    by_hour.setdefault(hour, []).append(span)
        if by_hour:
            hour = max(sorted(by_hour), key=lambda each: len(by_hour[each]))
            yield cls(hour, by_hour[hour])


def _schedules(module: Module) -> Iterator[tuple[ast.expr, Span]]:
    """What says when to run, and the place of the entry or the call."""
    for entry in module.all(ScheduleEntry):
        if entry.schedule_node is not None and not entry.has_another_reader:
            yield entry.schedule_node, entry.span
    for call in module.all(PeriodicCall):
        schedule = call.given("schedule")
        if schedule:
            yield schedule.node, call.span
