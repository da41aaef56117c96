"""Which tasks are retried, by Celery or by hand: some of them without end, and some not at all."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.options import AUTORETRY_OPTIONS
from celerylint.facts.lock_decorator import is_plain
from celerylint.facts.module import Module
from celerylint.facts.name_read import is_read
from celerylint.facts.retry import Retry
from celerylint.facts.retry_policy import RetryPolicy
from celerylint.facts.setting import Setting
from celerylint.facts.swallowed_error import SwallowedError
from celerylint.facts.task import Task
from celerylint.facts.task_class import Option
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.index import Function
from celerylint.syntax.node import ORDERINGS, last_name, subtree

_RETRY_OPTIONS = frozenset({"max_retries", "default_retry_delay"})


class RetriedTasks:
    """The retries of each task that this file shows. One fact a file, a memo.

    `has_unknown` tells that something is retried that may be any task: `current_task`, a parameter of a helper.
    """

    words = ("retry",)

    def __init__(self, retries: dict[Task, list[Retry]], has_unknown: bool) -> None:
        self.retries = retries
        self.has_unknown = has_unknown

    @classmethod
    def find(cls, module: Module) -> Iterable[RetriedTasks]:
        retries: dict[Task, list[Retry]] = {}
        for retry in module.all(Retry):
            if retry.task:
                retries.setdefault(retry.task, []).append(retry)
        calls = [
            call for call in module.index.calls("retry", texts=(".retry(",)) if isinstance(call.func, ast.Attribute)
        ]
        yield cls(retries, len(calls) > sum(map(len, retries.values())))


def retries_of(task: Task) -> list[Retry]:
    """The calls in this file that retry a task."""
    return [retry for memo in task.module.all(RetriedTasks) for retry in memo.retries.get(task, ())]


def is_retried_otherwise(task: Task) -> bool:
    """Whether a task is, or may be, retried by something else than `autoretry_for`: by a call of `retry` in this file
    or where it is handed to, or after its worker was lost."""
    if retries_of(task) or any(memo.has_unknown for memo in task.module.all(RetriedTasks)) or task.is_handed_on:
        return True
    set_for_all = Setting.named(task.module, "task_retry_on_worker_lost")
    return task.option("retry_on_worker_lost") is not None or bool(set_for_all)


class IdleRetryOption:
    """The first option of a task's own decorator by which it is to be retried, where nothing retries it, as far as this
    file can tell: neither Celery nor a call, and no code that reads the option. Left out is a task whose handler keeps
    the error that was to be retried.
    """

    of = Task
    words = ("max_retries", "default_retry_delay")

    def __init__(self, task: Task, option: Option) -> None:
        self.task = task
        self.node = option.node
        self.name = option.name
        self.span = option.span

    @classmethod
    def find(cls, module: Module) -> Iterable[IdleRetryOption]:
        kept = {swallowed.task for swallowed in module.all(SwallowedError)}
        for task in module.all(Task):
            named = [option for option in task.direct_options if option.name in _RETRY_OPTIONS]
            given = [option for option in named if option.value not in (None, 0) and not is_read(module, option.name)]
            if given and task not in kept and not _may_be_retried(task):
                yield cls(task, given[0])


def _may_be_retried(task: Task) -> bool:
    """Whether Celery or a call retries a task, or something that this file does not show may do so."""
    if task.has_own_class or task.options.open or not is_plain(task):
        return True
    return not AUTORETRY_OPTIONS.isdisjoint(task.options.named) or is_retried_otherwise(task)


class EndlessTask:
    """A task with `max_retries=None`, which stands at `option`, that is retried by Celery or by hand and sets itself no
    other end: it does not expire, and compares neither its retries nor anything else with a limit."""

    of = Task
    words = ("max_retries",)

    def __init__(self, task: Task, option: Option) -> None:
        self.task = task
        self.node = option.node
        self.span = option.span

    @classmethod
    def find(cls, module: Module) -> Iterable[EndlessTask]:
        for task in module.all(Task):
            option = task.option("max_retries")
            if option is None or option.value is not None or task.option("expires"):
                continue
            policy = module.at(RetryPolicy, task.node)
            is_automatic = bool(policy and policy.is_automatic and policy.max_retries is None)
            by_hand = [retry for retry in retries_of(task) if retry.has_no_limit and not retry.is_open]
            places = {module.index.enclosing_function(retry.node) for retry in by_hand} | {task.node}
            if (is_automatic or by_hand) and not any(_may_give_up(module, place) for place in places if place):
                yield cls(task, option)


def _may_give_up(module: Module, function: Function) -> bool:
    """Whether a function leaves where it has compared which of two things is more, or counts its retries."""
    for node in module.index.own(function, ast.Compare):
        if any(last_name(part) == "retries" for part in subtree(node)):
            return True
        above = module.index.statement(node) if isinstance(node.ops[0], ORDERINGS) else None
        branches = block_nodes([above]) if isinstance(above, ast.If) else ()
        if any(isinstance(part, (ast.Return, ast.Raise)) for part in branches):
            return True
    return False
