"""Tasks that are given up, and whose arguments nobody keeps."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.calls import SENDING_NOW
from celerylint.celery.options import AUTORETRY_OPTIONS
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.handler import Handler
from celerylint.facts.lock_decorator import is_plain
from celerylint.facts.module import Module
from celerylint.facts.predicate import Predicate
from celerylint.facts.reach import TaskCode
from celerylint.facts.retried_task import retries_of
from celerylint.facts.task import Task
from celerylint.facts.task_class import Option
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.node import last_name, subtree

_KEEPS = regex(r"(?i)dead|dlq|letter|fail|bury|buried|quarantine|poison|give_up|gave_up|giving_up")
_KEPT_ELSEWHERE = ("MaxRetriesExceededError", "link_error", "on_error", "task_failure")
"""Words of a file that has something done when a task fails for good."""


class DroppedLetter:
    """A task with `max_retries`, at `option`, that is retried by hand and by nothing else, and does nothing when the
    retries are used up: it has no `on_failure`, sends and rejects nothing, and does not look how often it was tried."""

    of = Task
    words = ("max_retries",)

    def __init__(self, task: Task, option: Option) -> None:
        self.task = task
        self.node = option.node
        self.span: Span = option.span

    @classmethod
    def find(cls, module: Module) -> Iterable[DroppedLetter]:
        if any(module.source.holds(word) for word in _KEPT_ELSEWHERE):
            return
        keeping = _keeping_tasks(module)
        for task in module.all(Task):
            option = task.option("max_retries")
            if option is None or not option.direct or option.value in (None, 0) or task in keeping:
                continue
            by_hand = retries_of(task) and AUTORETRY_OPTIONS.isdisjoint(task.options.named)
            if by_hand and not _has_hooks(task):
                yield cls(task, option)


def _has_hooks(task: Task) -> bool:
    """Whether somebody else may do something when the task fails: a base class, a decorator, what it is handed to."""
    given = task.options.open or not {"on_failure", "after_return"}.isdisjoint(task.options.named)
    return given or task.has_own_class or not is_plain(task) or task.is_handed_on


def _keeping_tasks(module: Module) -> set[Task]:
    """The tasks whose code counts their retries, rejects their message, or does something with a failure."""
    codes = {predicate.code for predicate in module.all(Predicate) if predicate.is_reject}
    for code in module.all(TaskCode):
        if any(last_name(part) == "retries" for part in subtree(*code.all(ast.Compare))):
            codes.add(code)
    for handler in module.all(Handler):
        names = [last_name(part) for part in block_nodes(handler.node.body)]
        if any(name in SENDING_NOW or _KEEPS.search(name) for name in names):
            codes.add(handler.code)
    return {task for code in codes for task in code.tasks}
