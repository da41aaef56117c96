"""Options and settings that act only beside another, which is not given."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.options import ACKS_AFTER, PYDANTIC_OPTIONS, SINCE
from celerylint.core.span import Span
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.open_settings import OpenSettings
from celerylint.facts.option_in_effect import in_effect
from celerylint.facts.retried_task import is_retried_otherwise
from celerylint.facts.retry_policy import RetryPolicy
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task
from celerylint.facts.task_class import Option
from celerylint.syntax.value import entries

_ON_IDLE = "worker_enable_soft_shutdown_on_idle"
_SHUTDOWN_TIMEOUT = "worker_soft_shutdown_timeout"


class IdleOption:
    """An option of a task's own decorator, or a setting, that acts only beside another: `needed` is that one, or what
    must be so."""

    words = (
        *(*sorted(ACKS_AFTER), "store_errors_even_if_ignored", "track_started", "retry_kwargs", "pydantic_*"),
        *("*soft_shutdown_on_idle", "*SOFT_SHUTDOWN_ON_IDLE"),
    )

    def __init__(self, name: str, node: ast.expr, span: Span, needed: str) -> None:
        self.name = name
        self.node = node
        self.span = span
        self.needed = needed

    @classmethod
    def find(cls, module: Module) -> Iterable[IdleOption]:
        for task in module.all(Task):
            if task.has_own_class:
                continue
            for option in task.direct_options:
                needed = None if option.value is None else _lacking(task, option)
                if needed and SINCE.get(option.name, (0, 0)) <= module.settings.target_celery:
                    yield cls(option.name, option.node, option.span, needed)
        for setting in Setting.named(module, _ON_IDLE):
            if setting.value is True and _never_waits(setting):
                yield cls(setting.name, setting.node, setting.name_span, _SHUTDOWN_TIMEOUT)


def _lacking(task: Task, option: Option) -> str | None:
    """What an option of a task needs to act, and surely has not."""
    name = option.name
    if name in ACKS_AFTER:
        return "acks_late" if in_effect(task, "acks_late") in (None, False) else None
    if name in PYDANTIC_OPTIONS:
        pydantic = task.option("pydantic")
        return "pydantic" if pydantic is None or pydantic.value is False else None
    if name == "store_errors_even_if_ignored" and option.value is True:
        return (
            "ignored" if in_effect(task, "ignore_result") in (None, False) and not _is_decided_by_call(task) else None
        )
    if name == "track_started" and option.value is True:
        return "kept" if in_effect(task, "ignore_result") is True and not _is_decided_by_call(task) else None
    if name == "max_retries":
        return "by hand" if _goes_by_retry_kwargs(task) and not is_retried_otherwise(task) else None
    return None


def _is_decided_by_call(task: Task) -> bool:
    """Whether a call in this file says whether the result is ignored."""
    return any(dispatch.option("ignore_result") for dispatch in task.module.all(Dispatch))


def _goes_by_retry_kwargs(task: Task) -> bool:
    """Whether Celery retries a task as often as `retry_kwargs` says, and its code does not read the other number."""
    policy, given = task.module.at(RetryPolicy, task.node), task.option("retry_kwargs")
    if policy is None or not policy.is_automatic or given is None:
        return False
    is_read = bool(task.module.index.mentions(task.node, {"max_retries"}))
    return not is_read and "max_retries" in dict(entries(given.node, given.scopes) or ())


def _never_waits(setting: Setting) -> bool:
    """Whether the file sets all there is, and no time for a soft shutdown."""
    module = setting.module
    if setting.source is None or setting.is_conditional or module.all(OpenSettings):
        return False
    timeouts = Setting.named(module, _SHUTDOWN_TIMEOUT)
    return module.settings.target_celery >= (5, 5) and all(each.value == 0 for each in timeouts)
