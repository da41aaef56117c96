"""Names of queues, where tasks are sent to one."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.calls import PARAMETERS
from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.app_settings import AppSettings
from celerylint.facts.arguments import given_options
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.queue_list import queue_names
from celerylint.facts.retry import Retry
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task
from celerylint.facts.task_class import Option
from celerylint.syntax.value import Item, items, text_of

_QUEUES, _OTHERS = "task_queues", "task_create_missing_queues"
_CLOSED = ("*create_missing_queues", "*CREATE_MISSING_QUEUES")


class QueueName:
    """The name of a queue in a call's or a task's `queue=`, in `task_routes` or a schedule, or as the default queue."""

    words = ("*queue*", "*QUEUE*", "*_routes", "*_ROUTES")

    def __init__(self, module: Module, node: ast.expr, name: str, span: Span) -> None:
        self.module = module
        self.node = node
        self.name = name
        self.span = span

    @classmethod
    def find(cls, module: Module) -> Iterable[QueueName]:
        if not module.settings.queues and not _declared(module):
            return
        for option in _options(module):
            if isinstance(option.value, str):
                yield cls(module, option.node, option.value, option.span)
        for node in (*_routed(module), *_scheduled(module)):
            name = text_of(node, module.scopes)
            if name:
                yield cls(module, node, name, module.span(node))

    @property
    def is_consumed(self) -> bool:
        """Whether the settings name it; without such settings all queues are."""
        queues = self.module.settings.queues
        return not queues or matches_any(self.name, queues)

    @cached_property
    def is_declared(self) -> bool:
        """Whether the `task_queues` of the file hold it, or Celery may make it."""
        declared = _declared(self.module)
        return declared is None or self.name in declared


def _options(module: Module) -> Iterator[Option]:
    for dispatch in module.all(Dispatch):
        yield from filter(None, [dispatch.option("queue")])
    for retry in module.all(Retry):
        yield from filter(None, [given_options(module, retry.node, PARAMETERS["retry"]).named.get("queue")])
    for task in module.all(Task):
        yield from (option for option in task.direct_options if option.name == "queue")


def _routed(module: Module) -> Iterator[ast.expr]:
    """What `task_routes` and `task_default_queue` name."""
    yield from (setting.node for setting in Setting.named(module, "task_default_queue"))
    for setting in Setting.named(module, "task_routes"):
        routes = [setting.node] if setting.path else [entry.value for entry in _entries(module, setting.node)]
        for route in routes:
            named = [entry.value for entry in _entries(module, route) if entry.key == "queue"]
            yield from named or [route]


def _scheduled(module: Module) -> Iterator[ast.expr]:
    """What the options of schedule entries name."""
    from celerylint.facts.schedule_entry import ScheduleEntry

    for entry in module.all(ScheduleEntry):
        yield from filter(None, [entry.option("queue")])


def _entries(module: Module, node: ast.expr) -> list[Item]:
    return items(node, module.scopes) or []


def _declared(module: Module) -> frozenset[str] | None:
    """The queues of `task_queues`, if the file or its app says that there are no others; None if there may be."""
    if not any(map(module.source.holds, _CLOSED)):
        return _declared_by_app(module)
    queues, others = Setting.named(module, _QUEUES), Setting.named(module, _OTHERS)
    if len(queues) != 1 or queues[0].path or not others or any(each.value is not False for each in others):
        return None
    return queue_names(module, queues[0].node)


def _declared_by_app(module: Module) -> frozenset[str] | None:
    settings = AppSettings.of_file(module)
    if settings is None or all(each.value is not False for each in settings.named(_OTHERS)):
        return None
    others = settings.only(_OTHERS)
    if others is None or others.value is not False or len(settings.named(_QUEUES)) != 1:
        return None
    queues = settings.only(_QUEUES)
    return queue_names(queues.module, queues.node) if queues else None
