"""Tasks that the schedule of their own file sends."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.names import OPTION_PACKAGES
from celerylint.core.span import Span
from celerylint.facts.lock_decorator import LockDecorator
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.scheduled_task import ScheduledTask
from celerylint.facts.task import Task

_LOCKING = re.compile(r"(?i)(?<![bc])lock|mutex|semaphore|singl|exclusiv|\bonce\b|\bnx\b|already|overlap|unique")


class PeriodicTask:
    """A task of this file that the file itself has sent again and again."""

    of = Task
    words = ScheduledTask.words
    words_of = ScheduledTask.words_of

    def __init__(self, task: Task, is_locked: bool) -> None:
        self.task = task
        self.module = task.module
        self.node = task.node
        self._is_locked = is_locked

    @classmethod
    def find(cls, module: Module) -> Iterable[PeriodicTask]:
        sent = dict.fromkeys(scheduled.task for scheduled in module.all(ScheduledTask) if scheduled.task)
        locked = {decorator.task for decorator in module.all(LockDecorator)} if sent else set()
        return [cls(task, task in locked) for task in sent]

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
        codes = (code.node for code in self.module.all(TaskCode) if task in code.tasks)
        places = [*codes, *task.node.decorator_list]
        return any(_LOCKING.search(self.module.source.excerpt(self.module.span(place))) for place in places)
