"""Time limits: whether a task is told that its time is over, before it is killed, and when it is killed."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import NamedTuple

from celerylint.celery.options import ACKS_ON_TIMEOUT, SINCE
from celerylint.core.span import Span
from celerylint.facts.broker import broker_of, own_broker
from celerylint.facts.module import Module
from celerylint.facts.option_in_effect import in_effect
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task
from celerylint.facts.task_class import Option
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.value import UNKNOWN, is_number

_BODIES = (*FUNCTIONS, ast.ClassDef, ast.Module)


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
    return value if is_number(value) else None


def _is_set_for_all(module: Module) -> bool:
    return any(setting.value is not None for setting in Setting.whole(module, "task_soft_time_limit"))


class Limit(NamedTuple):
    """A time limit in seconds and the place where it is given: in the task's own decorator (`is_direct`), in a base
    class, or in a setting, then with the body that this is set in."""

    seconds: float
    span: Span
    is_direct: bool = False
    body: ast.AST | None = None


class TimeLimits:
    """A soft and a hard time limit that hold for one task, or for every task (`task` is None)."""

    of = (Setting, Task)
    words = ("*time_limit", "*TIME_LIMIT")

    def __init__(self, module: Module, task: Task | None, soft: Limit, hard: Limit) -> None:
        self.module = module
        self.task = task
        self.soft = soft.seconds
        self.hard = hard.seconds
        self._are_own = soft.body is hard.body is None
        is_nearer = (hard.is_direct, hard.body is None) > (soft.is_direct, soft.body is None)
        self.span = hard.span if is_nearer else soft.span

    @classmethod
    def find(cls, module: Module) -> Iterable[TimeLimits]:
        soft_for_all, hard_for_all = _set_for_all(module, "soft_time_limit"), _set_for_all(module, "time_limit")
        if soft_for_all and hard_for_all and soft_for_all.body is hard_for_all.body:
            yield cls(module, None, soft_for_all, hard_for_all)
        for task in module.all(Task):
            soft, hard = _own(task, "soft_time_limit", soft_for_all), _own(task, "time_limit", hard_for_all)
            if soft and hard and not (soft.body and hard.body):
                yield cls(module, task, soft, hard)

    @property
    def are_compared(self) -> bool:
        """Whether Celery compares them at each call and refuses it: since 5.5 the task's own, since 5.7 also those of
        settings, which are attributes of the task since then (celery.app.task.Task.from_config)."""
        return self.module.settings.target_celery >= ((5, 5) if self._are_own else (5, 7))


class KilledTask:
    """A task with a hard time limit and an option that says whether a timeout acknowledges its message.

    Since Celery 5.5 a message that is not acknowledged then is requeued at once (celery.worker.request.on_failure).
    """

    of = Task
    words = ("acks_on_*",)

    def __init__(self, task: Task, limit: float, option: Option) -> None:
        self.task = task
        self.node = option.node
        self.limit = limit
        self.option = option
        self.span = option.span

    @classmethod
    def find(cls, module: Module) -> Iterable[KilledTask]:
        for task in module.all(Task):
            named = task.options.named
            names = [name for name in ACKS_ON_TIMEOUT if SINCE.get(name, (5, 5)) <= module.settings.target_celery]
            given = [named[name] for name in names if name in named and named[name].value is not None]
            limit = in_effect(task, "time_limit") if given else None
            if given and is_number(limit):
                yield cls(task, limit, given[0])

    @property
    def is_put_back(self) -> bool:
        """Whether the message is put back when the task is killed."""
        return self.limit > 0 and self.option.value is False and in_effect(self.task, "acks_late") is True


class LateLimit:
    """A time limit of what acknowledges late: of a task with a limit of its own, or the setting's, once a file. `task`
    is None if every task of the app may run for as long.

    The soft limit or the hard one, whichever comes first: the message stays with the broker for so many `seconds`.
    """

    of = (Setting, Task)
    words = ("*acks_late", "*ACKS_LATE", "*time_limit", "*TIME_LIMIT")

    def __init__(self, module: Module, task: Task | None, limit: Limit) -> None:
        self.module = module
        self.task = task
        self.seconds = limit.seconds
        self.span = limit.span

    @classmethod
    def find(cls, module: Module) -> Iterable[LateLimit]:
        if Setting.named(module, "task_annotations"):
            return []  # which may set them for any task
        hard_for_all, soft_for_all = _set_for_all(module, "time_limit"), _set_for_all(module, "soft_time_limit")
        found: dict[Span, LateLimit] = {}
        for_all = _ending(soft_for_all, hard_for_all)
        if for_all and _is_late_for_all(module):
            found[for_all.span] = cls(module, None, for_all)
        for task in module.all(Task):
            limit = _ending(_own(task, "soft_time_limit", soft_for_all), _own(task, "time_limit", hard_for_all))
            if limit and limit.span not in found and in_effect(task, "acks_late") is True:
                found[limit.span] = cls(module, task, limit)
        return found.values()

    @property
    def redelivery(self) -> float | None:
        """After how many seconds the broker delivers a message again that is not acknowledged; None if that is not
        known, or never."""
        broker = broker_of(self.module) if self.task else own_broker(self.module)
        return broker.visibility_timeout if broker else None


def _ending(*limits: Limit | None) -> Limit | None:
    """The limit that comes first; one of zero is none."""
    known = [limit for limit in limits if limit and limit.seconds > 0]
    return min(known, key=lambda limit: limit.seconds, default=None)


def _is_late_for_all(module: Module) -> bool:
    setting = Setting.only(module, "task_acks_late")
    return setting is not None and setting.value is True


def _own(task: Task, name: str, for_all: Limit | None) -> Limit | None:
    option = task.option(name)
    if option is None:
        return None if task.options.open else for_all
    return Limit(option.value, option.span, option.direct) if is_number(option.value) else None


def _set_for_all(module: Module, name: str) -> Limit | None:
    """The limit that the file sets for all tasks, if it does so once."""
    setting = Setting.only(module, f"task_{name}")
    if setting is None or not is_number(setting.value):
        return None
    bodies = (above for above in module.index.ancestors(setting.node) if isinstance(above, _BODIES))
    return Limit(setting.value, setting.span, body=next(bodies))
