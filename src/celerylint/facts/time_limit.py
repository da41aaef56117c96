"""Time limits: whether a task is told that its time is over, and when it is killed."""

from __future__ import annotations

from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task
from celerylint.syntax.value import UNKNOWN


def has_soft_time_limit(task: Task) -> bool:
    """Whether SoftTimeLimitExceeded can be raised in a task: by its option, its base class, or a setting of the file.

    Source: only the prefork pool raises it (celery/concurrency/prefork.py); the setting `worker-pool` may rule it out.
    """
    module = task.module
    if module.settings.worker_pool not in (None, "prefork"):
        return False
    option = task.option("soft_time_limit")
    if option is not None and option.value is not UNKNOWN:
        return bool(option.value)
    return option is not None or _is_set_for_all(module)


def hard_time_limit(task: Task) -> float | None:
    """After how many seconds a task is killed, by its own option or that of its base class; None if unknown."""
    option = task.option("time_limit")
    value = option.value if option is not None else None
    return value if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def _is_set_for_all(module: Module) -> bool:
    return any(
        setting.canonical == "task_soft_time_limit" and setting.value is not None
        for setting in module.all(Setting)
        if not setting.path
    )
