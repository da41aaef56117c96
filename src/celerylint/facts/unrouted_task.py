"""Tasks that no route of a file is for."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from fnmatch import fnmatchcase

from celerylint.celery.options import ROUTING_OPTIONS
from celerylint.core.span import Span
from celerylint.facts.app_settings import AppSettings
from celerylint.facts.configuration import Configuration
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.registry import Registry
from celerylint.facts.route import Route, has_open_routes, may_be_routed, patterns_of
from celerylint.facts.schedule_entry import ScheduleEntry
from celerylint.facts.task import Task

_DEFAULTS = ("task_default_queue", "task_default_routing_key", "task_default_exchange")


class UnroutedTask:
    """A task for which there are routes, and none is for it: no option of it sends it elsewhere, nor does every call
    and entry of the schedule, and the default queue has no name that was chosen. Where the routes stand in the same
    file, only a task that is given a name; where they do not, one that no other file is seen to send elsewhere."""

    of = Task

    def __init__(self, name: str, task: Task) -> None:
        self.name = name
        self.node: ast.AST = task.node
        self.span: Span = task.span

    @classmethod
    def find(cls, module: Module) -> Iterable[UnroutedTask]:
        patterns = [route.pattern or "" for route in module.all(Route)]
        if not patterns:
            yield from cls._routed_elsewhere(module)
        if not patterns or has_open_routes(module):
            return
        if not any(configuration.lacks(*_DEFAULTS) for configuration in module.all(Configuration)):
            return
        sent = _sent(module)
        for registry in module.all(Registry):
            for name, task in registry.explicit.items():
                is_routed = task.options.open or not ROUTING_OPTIONS.isdisjoint(task.options.named)
                if is_routed or any(fnmatchcase(name, pattern) for pattern in patterns):
                    continue
                if not all(sent.get(task, [False])):
                    yield cls(name, task)

    @classmethod
    def _routed_elsewhere(cls, module: Module) -> Iterable[UnroutedTask]:
        sent = _sent(module)
        for task in module.all(Task):
            is_sent_elsewhere = all(sent.get(task, [False]))
            if (
                task.owner
                or task.options.open
                or not ROUTING_OPTIONS.isdisjoint(task.options.named)
                or is_sent_elsewhere
            ):
                continue
            settings = AppSettings.of_task(task)
            patterns = patterns_of(settings.named("task_routes")) if settings and settings.is_whole else None
            if not settings or not patterns or may_be_routed(task, patterns) or not settings.lacks(*_DEFAULTS):
                continue
            texts = (f"{task.name}.apply_async", f"{task.name}.s", f'{task.name}"', f"{task.name}'")
            if not module.project.is_written(texts, module.source.path):
                yield cls(task.name, task)


def _sent(module: Module) -> dict[Task | None, list[bool]]:
    """For each task whether each of its calls and entries names a queue, or may do so."""
    found: dict[Task | None, list[bool]] = {}
    for dispatch in module.all(Dispatch):
        if dispatch.is_sent:
            options = dispatch.options
            found.setdefault(dispatch.task, []).append(options.open or not ROUTING_OPTIONS.isdisjoint(options.named))
    for registry in module.all(Registry):
        for entry in module.all(ScheduleEntry):
            task = registry.task(entry.task) if entry.task else None
            found.setdefault(task, []).append(entry.may_name_a_queue)
    return found
