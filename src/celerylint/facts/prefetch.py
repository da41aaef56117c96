"""How many messages a worker takes in advance, where its tasks are long or acknowledge late."""

from __future__ import annotations

from collections.abc import Iterable

from celerylint.core.span import Span
from celerylint.facts.configuration import Configuration
from celerylint.facts.known_setting import known_settings
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task
from celerylint.syntax.value import is_number

_MULTIPLIER = "worker_prefetch_multiplier"
_LIMITS = ("time_limit", "soft_time_limit")
LONG = 600
"""Seconds from which on a task is a long one."""


class Prefetch:
    """A prefetch multiplier above 1 beside tasks that should not wait behind a busy worker: they are acknowledged late
    (`seconds` is None), or may run for that long.

    `is_default` means that the file, which shows all settings, does not set it; `span` is then the place of what makes
    the tasks late or long.
    """

    of = Setting
    words = ("*acks_late", "*ACKS_LATE", "*time_limit", "*TIME_LIMIT")

    def __init__(self, multiplier: float, span: Span, seconds: float | None, is_default: bool) -> None:
        self.multiplier = multiplier
        self.span = span
        self.seconds = seconds
        self.is_default = is_default

    @classmethod
    def find(cls, module: Module) -> Iterable[Prefetch]:
        given = Setting.named(module, _MULTIPLIER)
        value = given[0].value if len(given) == 1 else None
        is_default = any(configuration.lacks(_MULTIPLIER) for configuration in module.all(Configuration))
        if is_default:
            value = known_settings()[_MULTIPLIER].default
        reason = _reason(module) if is_number(value) and value > 1 else None
        disabled = any(setting.value is not False for setting in Setting.named(module, "worker_disable_prefetch"))
        if reason and is_number(value) and not disabled:
            span, seconds = reason
            yield cls(value, span if is_default else given[0].span, seconds, is_default)


def _reason(module: Module) -> tuple[Span, float | None] | None:
    """The place of what makes tasks late, or long and then how long."""
    for setting in Setting.named(module, "task_acks_late"):
        if setting.value is True:
            return setting.name_span, None
    for setting in Setting.named(module, *(f"task_{name}" for name in _LIMITS)):
        if is_number(setting.value) and setting.value >= LONG:
            return setting.name_span, setting.value
    for task in module.all(Task):
        for name in ("acks_late", *_LIMITS):
            option = task.option(name)
            if option and option.value is True and name == "acks_late":
                return option.span, None
            if option and is_number(option.value) and option.value >= LONG:
                return option.span, option.value
    return None
