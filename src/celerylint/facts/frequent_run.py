"""What the schedule sends often."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.periodic_call import PeriodicCall
from celerylint.facts.registry import Registry
from celerylint.facts.schedule_entry import ScheduleEntry
from celerylint.facts.schedule_value import HOUR, period
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task

_EXPIRY = ("expires", "expire_seconds")
"""The execution option, and what django-celery-beat takes instead."""


class FrequentRun:
    """A task that beat sends at least once an hour, by an entry of the schedule or by `add_periodic_task`, every
    `period` seconds. `may_expire` means that something gives its messages an end, or may do so out of sight."""

    of = (ScheduleEntry, PeriodicCall)

    def __init__(self, place: ScheduleEntry | PeriodicCall, seconds: float, may_expire: bool) -> None:
        self.node: ast.AST = place.node
        self.span: Span = place.span
        self.is_entry = isinstance(place, ScheduleEntry)
        self.period = seconds
        self.may_expire = may_expire

    @classmethod
    def find(cls, module: Module) -> Iterable[FrequentRun]:
        if any(_mentions_expiry(setting) for setting in Setting.named(module, "task_routes", "task_annotations")):
            return
        registry = next(iter(module.all(Registry)), None)
        for entry in module.all(ScheduleEntry):
            seconds = period(module, entry.schedule_node) if entry.schedule_node is not None else None
            if seconds and 0 < seconds <= HOUR:
                task = registry.task(entry.task) if registry and entry.task else None
                yield cls(entry, seconds, entry.is_open or entry.may_have_option(*_EXPIRY) or _expires(task))
        for call in module.all(PeriodicCall):
            schedule = call.given("schedule")
            seconds = period(module, schedule.node) if schedule else None
            if seconds and 0 < seconds <= HOUR and not call.misuse:
                yield cls(call, seconds, _may_expire(call))


def _mentions_expiry(setting: Setting) -> bool:
    return "expires" in setting.module.source.excerpt(setting.span)


def _expires(task: Task | None) -> bool:
    return task is not None and (task.options.open or "expires" in task.options.named)


def _may_expire(call: PeriodicCall) -> bool:
    """Whether a call says so, the signature it is given, or the task; what is made out of sight may."""
    made = call.signature
    if call.is_open or call.sent is None or any(call.given(name) for name in _EXPIRY):
        return True
    is_said = "expires" in call.module.source.excerpt(call.sent.span)
    return is_said or _expires(call.task) or (made.options.open if made else call.task is None)
