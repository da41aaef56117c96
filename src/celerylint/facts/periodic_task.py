"""Tasks that a schedule sends."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.names import OPTION_PACKAGES
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.app_settings import AppSettings
from celerylint.facts.lock_decorator import LockDecorator
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.scheduled_task import ScheduledTask
from celerylint.facts.task import Task

_LOCKING = regex(
    r"(?i)(?<![bc])lock|mutex|semaphore|singleton|single_?(?:instance|run|task)|exclusiv|\bonce\b|\bnx\b|already|overlap|"
    r"unique|for_update"
)


class PeriodicTask:
    """A task of this file that the file itself, the one that makes the app, or the settings of that have sent again and
    again."""

    of = Task

    def __init__(self, task: Task, is_locked: bool) -> None:
        self.task = task
        self.module = task.module
        self.node = task.node
        self.work: list[ast.stmt] = []
        """The statements that it runs."""
        self._is_locked = is_locked

    @classmethod
    def find(cls, module: Module) -> Iterable[PeriodicTask]:
        tasks = (scheduled.task for scheduled in module.all(ScheduledTask))
        sent = dict.fromkeys(task for task in tasks if task and not task.is_elsewhere)
        for task in module.all(Task):
            home = task.other_app_file if task not in sent else None
            scheduled = home.all(ScheduledTask) if home else ()
            if any(_is_for(each, task) for each in scheduled) or (task not in sent and _is_in_schedule(task)):
                sent[task] = None
        locked = {decorator.task for decorator in module.all(LockDecorator)} if sent else set()
        found = {task: cls(task, task in locked) for task in sent}
        for code in module.all(TaskCode) if sent else ():
            for task in sent.keys() & code.tasks:
                found[task].work += code.node.body[ast.get_docstring(code.node) is not None :]
        return found.values()

    @property
    def span(self) -> Span:
        return self.task.span

    @cached_property
    def may_be_locked(self) -> bool:
        """Whether something may keep two runs of the task apart: a lock, an extension, a word of it in the code or the
        decorators, a base class out of sight."""
        task = self.task
        if self._is_locked or task.options.open or task.option("once") or self.module.imports(OPTION_PACKAGES):
            return True
        return any(_LOCKING.search(ast.unparse(each)) for each in (*task.node.decorator_list, *self.work))


def _is_in_schedule(task: Task) -> bool:
    """Whether the settings of the app have an entry for a task, in whatever file."""
    settings = AppSettings.of_task(task)
    return any(task.is_registered_as(entry.task) for entry in (settings.schedule if settings else ()) if entry.task)


def _is_for(scheduled: ScheduledTask, task: Task) -> bool:
    """Whether an entry of another file is for a task."""
    if scheduled.task is None:
        return scheduled.name is not None and task.is_registered_as(scheduled.name)
    path_of = task.module.project.path_of
    return scheduled.task.name == task.name and path_of(scheduled.task.module) == path_of(task.module)
