"""Time limits of tasks: none at all, or a soft one that nothing acts on."""

from __future__ import annotations

from collections.abc import Iterable

from celerylint.celery.names import SOFT_TIME_LIMIT
from celerylint.facts.app_settings import AppSettings
from celerylint.facts.handler import Handler
from celerylint.facts.lock_decorator import is_plain
from celerylint.facts.module import Module
from celerylint.facts.open_settings import OpenSettings
from celerylint.facts.reach import TaskCode
from celerylint.facts.retry_policy import RetryPolicy
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task
from celerylint.facts.task_class import Option
from celerylint.facts.time_limit import has_soft_time_limit
from celerylint.syntax.index import TRIES

_LIMITS = ("time_limit", "soft_time_limit")
_FOR_ALL = ("task_annotations", "task_time_limit", "task_soft_time_limit")


class UnhandledLimit:
    """A soft time limit in a task's own decorator, at `option`, where no code of the task in this file catches it or
    cleans up, Celery does not retry it, and nothing around the function may care for it."""

    of = Task
    words = ("soft_time_limit",)

    def __init__(self, task: Task, option: Option) -> None:
        self.task = task
        self.node = option.node
        self.span = option.span

    @classmethod
    def find(cls, module: Module) -> Iterable[UnhandledLimit]:
        caring = _caring_tasks(module)
        for task in module.all(Task):
            option = task.option("soft_time_limit")
            if option is None or not option.direct or not has_soft_time_limit(task) or task in caring:
                continue
            policy = module.at(RetryPolicy, task.node)
            is_retried = any(map(policy.retries, SOFT_TIME_LIMIT)) if policy else bool(task.option("autoretry_for"))
            is_open = task.options.open or task.has_own_class or "on_failure" in task.options.named
            if not is_retried and not is_open and is_plain(task):
                yield cls(task, option)


def _caring_tasks(module: Module) -> set[Task]:
    """The tasks whose code catches the soft limit, or cleans up in a `finally` or at the end of a `with`."""
    handlers = [
        handler
        for handler in module.all(Handler)
        if handler.is_broad or None in handler.kinds or handler.names_soft_limit
    ]
    caring = {task for handler in handlers for task in handler.code.tasks}
    for code in module.all(TaskCode):
        finals = [node for kind in TRIES for node in code.all(kind) if node.finalbody]  # type: ignore[attr-defined]
        if finals or code.withs:
            caring.update(code.tasks)
    return caring


class UnlimitedTask:
    """A task without a time limit of its own: neither its options nor its base class give one, nor do the settings of
    its app; where these cannot all be seen, neither this file nor that of the app sets one or loads settings."""

    of = Task

    def __init__(self, task: Task) -> None:
        self.task = task
        self.node = task.node
        self.span = task.span

    @classmethod
    def find(cls, module: Module) -> Iterable[UnlimitedTask]:
        if module.settings.worker_pool in ("threads", "solo"):
            return  # which know no limits
        for task in module.all(Task):
            is_open = task.options.open or task.app_has_task_class or any(task.option(name) for name in _LIMITS)
            if not is_open and not _may_be_limited(task):
                yield cls(task)


def _may_be_limited(task: Task) -> bool:
    """Whether settings may have a limit for a task."""
    if _limits_all(task.module) and task.app_home is not task.module:
        return True
    settings = AppSettings.of_task(task)
    if settings and (settings.is_whole or settings.loads):
        return not settings.lacks(*_FOR_ALL)
    homes = {task.module, task.app_home, task.app_made.module if task.app_made else task.module}
    return any(map(_limits_all, homes))


def _limits_all(module: Module) -> bool:
    """Whether a file sets a limit for all tasks, or loads settings."""
    return bool(Setting.named(module, *_FOR_ALL) or module.all(OpenSettings))
