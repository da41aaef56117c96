"""The queues that workers consume, and the one that takes what nothing routes."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from celerylint.celery.names import APP_CLASSES, QUEUES
from celerylint.celery.options import ROUTING_OPTIONS
from celerylint.core.lazy import lazy
from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.app import apps
from celerylint.facts.app_settings import AppSettings
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.open_settings import OpenSettings
from celerylint.facts.registry import Registry
from celerylint.facts.route import may_be_routed, patterns_of
from celerylint.facts.schedule_entry import ScheduleEntry
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task
from celerylint.syntax.node import argument
from celerylint.syntax.value import items, text_of

_DISPLAYS = (ast.List, ast.Tuple, ast.Set)
_ROUTING = ("task_queues", "task_routes", "task_default_queue")


class QueueList:
    """The setting `task_queues`: what a worker consumes that is not told otherwise by `-Q`."""

    of = Setting
    words = ("*queues", "*QUEUES")

    def __init__(self, setting: Setting, names: frozenset[str]) -> None:
        self.module = setting.module
        self.node = setting.node
        self.span: Span = setting.name_span
        self.names = names

    @classmethod
    def find(cls, module: Module) -> Iterable[QueueList]:
        for setting in Setting.whole(module, "task_queues"):
            may_be_ignored = setting.is_old_name and module.settings.target_celery < (5, 7)  # under a namespace
            if not may_be_ignored:
                names = queue_names(module, setting.node)
                if names:
                    yield cls(setting, names)

    @property
    def default(self) -> str | None:
        """The queue of tasks that nothing routes; None if it is set in a way, or where, that cannot be seen."""
        from celerylint.celery.settings import DEFAULT_QUEUE

        if self._app:
            name = self._app.value("task_default_queue") if self._app.only("task_queues") else None
            return name if isinstance(name, str) else None
        given = {setting.value for setting in Setting.named(self.module, "task_default_queue")}
        if len(given) == 1:
            name = given.pop()
            return name if isinstance(name, str) else None
        return None if given or self._is_set_elsewhere else DEFAULT_QUEUE

    @lazy
    def _app(self) -> AppSettings | None:
        """The settings of the app that the file makes, or that is configured from it, if all of them are seen."""
        made = self.module.all(AppSettings) if apps(self.module) else [AppSettings.loading(self.module)]
        return next((settings for settings in made if settings and settings.is_whole), None)

    @property
    def _is_set_elsewhere(self) -> bool:
        """Whether the app may have settings that this file does not show."""
        imported = (alias.name for node in self.module.index.all(ast.ImportFrom) for alias in node.names)
        return bool(self.module.all(OpenSettings)) or "*" in imported

    @property
    def is_default_consumed(self) -> bool:
        """Whether a worker may take from the default queue: it is one of these, or a word of the settings, or of a
        command that starts a worker."""
        queue = self.default
        is_named = queue is None or queue in self.names or matches_any(queue, self.module.settings.queues)
        return is_named or self.module.project.may_be_consumed(queue)  # type: ignore[arg-type]

    @property
    def unrouted(self) -> str | None:
        """A task that is sent to the default queue: by the schedule, or by a call that names no queue."""
        patterns = patterns_of(self._set("task_routes"))
        if patterns is None:
            return None
        here = (name for name, known in self._sent() if not _is_matched(known, patterns))
        return next(here, None) or self._unrouted_elsewhere(patterns)

    def _set(self, name: str) -> list[Setting]:
        """What the app, or else this file, sets."""
        settings = self._app.named(name) if self._app else Setting.named(self.module, name)
        return [setting.at_home for setting in settings]

    def _sent(self) -> Iterator[tuple[str, str | None]]:
        """What is sent without a queue: what it is called, and the name that it is registered under, if known."""
        for entry in self._app.schedule if self._app else self.module.all(ScheduleEntry):
            if entry.task and not entry.may_name_a_queue and not _names_a_queue(entry.module, entry.task):
                yield entry.task, entry.task
        for task in _dispatched(self.module):
            name = task.option("name")
            yield task.name, name.value if name and isinstance(name.value, str) else None

    def _unrouted_elsewhere(self, patterns: list[str]) -> str | None:
        """The same by a call in another file, if the project has one app, and sets nowhere else how its tasks go."""
        app = self._app
        if app is None or app.every(*_ROUTING) is None or app.sets("task_annotations"):
            return None
        if not (app.lacks("task_routes") or app.only("task_routes")) or not app.is_alone:
            return None
        if patterns and app.module.scopes.qualified(app.node.func) not in APP_CLASSES:
            return None  # it may name its tasks in a way of its own
        for module in self.module.project.holding(".delay(", ".apply_async("):
            for task in _dispatched(module) if module.source.path != self.module.source.path else ():
                if not task.has_own_sender and not may_be_routed(task, patterns):
                    return task.name
        return None


def _dispatched(module: Module) -> Iterator[Task]:
    """The tasks that a file sends without a queue."""
    for dispatch in module.all(Dispatch):
        task, options = dispatch.task, dispatch.options
        if not task or not dispatch.is_sent or not dispatch.is_of_task:
            continue
        if not options.open and ROUTING_OPTIONS.isdisjoint(options.named) and not _has_queue(task):
            yield task


def _names_a_queue(module: Module, name: str) -> bool:
    """Whether a task that a file names has a queue of its own."""
    registry = Registry.of_name(module, name)
    task = registry.task(name) if registry else None
    return task is not None and _has_queue(task)


def _has_queue(task: Task) -> bool:
    return task.options.open or not ROUTING_OPTIONS.isdisjoint(task.options.named)


def _is_matched(name: str | None, patterns: list[str]) -> bool:
    """Whether a route may be meant for a task; of a task without a name of its own the module is not known."""
    return bool(patterns) if name is None else any(fnmatchcase(name, pattern) for pattern in patterns)


def queue_names(module: Module, node: ast.expr) -> frozenset[str] | None:
    """The names of queues in a list of `Queue(...)`, or the keys of a dict; None if they are not all known."""
    node = module.scopes.assigned(node) or node
    if isinstance(node, _DISPLAYS):
        names = [_name(module, part) for part in node.elts]
    else:
        found = items(node, module.scopes)
        if found is None or (isinstance(node, ast.Dict) and None in node.keys):
            return None
        names = [item.key if isinstance(item.key, str) else None for item in found]
    return None if None in names else frozenset(name for name in names if name)


def _name(module: Module, node: ast.expr) -> str | None:
    node = module.scopes.assigned(node) or node
    if not isinstance(node, ast.Call) or module.scopes.qualified(node.func) not in QUEUES:
        return None
    return text_of(argument(node, 0, "name"), module.scopes)
