"""Tasks that no route of a file is for."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from celerylint.core.span import Span
from celerylint.facts.configuration import Configuration
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.registry import Registry
from celerylint.facts.route import Route, has_open_routes
from celerylint.facts.schedule_entry import ScheduleEntry
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task

_ROUTING = frozenset({"queue", "routing_key", "exchange"})
_OWN = "celery."
"""How the names of Celery's own tasks begin."""


class UnroutedTask:
    """A task that the schedule of a file sends by its name, or that the file gives one, for which no route of the same
    file is: no option sends it elsewhere, and the default queue has no name that was chosen."""

    of = Configuration
    words = Route.words

    def __init__(self, name: str, node: ast.AST, span: Span, is_known: bool) -> None:
        self.name = name
        self.node = node
        self.span = span
        self.is_known = is_known

    @classmethod
    def find(cls, module: Module) -> Iterable[UnroutedTask]:
        patterns = [route.pattern or "" for route in module.all(Route)]
        if not patterns or has_open_routes(module) or not module.all(Configuration):
            return
        if Setting.named(module, "task_default_queue", "task_default_routing_key", "task_default_exchange"):
            return
        found: dict[str, UnroutedTask] = {}
        for name, node, span, is_known in _sent_to_default(module):
            if not name.startswith(_OWN) and not any(fnmatchcase(name, pattern) for pattern in patterns):
                found.setdefault(name, cls(name, node, span, is_known))
        yield from found.values()


def _sent_to_default(module: Module) -> Iterator[tuple[str, ast.AST, Span, bool]]:
    """The tasks that no option sends elsewhere: name, node, place, and whether the file shows all their options."""
    registry = next(iter(module.all(Registry)), None)
    for entry in module.all(ScheduleEntry):
        if entry.task and entry.task_node and not entry.may_name_a_queue:
            task = registry.task(entry.task) if registry else None
            if task is None or not _names_a_queue(task):
                yield entry.task, entry.task_node, module.span(entry.task_node), task is not None
    sent: dict[Task | None, list[bool]] = {}
    for dispatch in module.all(Dispatch):
        if dispatch.is_sent:
            options = dispatch.options
            sent.setdefault(dispatch.task, []).append(options.open or not _ROUTING.isdisjoint(options.named))
    for name, task in registry.explicit.items() if registry else ():
        if not _names_a_queue(task) and not all(sent.get(task, [False])):
            yield name, task.node, task.span, True


def _names_a_queue(task: Task) -> bool:
    return task.options.open or not _ROUTING.isdisjoint(task.options.named)
