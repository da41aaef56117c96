"""Tasks with a lock that the schedule of their app leaves out."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.core.regex import regex
from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.configuration import Configuration
from celerylint.facts.lock_decorator import LockDecorator
from celerylint.facts.module import Module
from celerylint.facts.name_use import uses_of
from celerylint.facts.periodic_call import PeriodicCall
from celerylint.facts.schedule_entry import ScheduleEntry
from celerylint.facts.scheduled_task import ScheduledTask
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task

_QUOTED = regex(r"[\"']([\w.:-]+)[\"']")
_DATABASES = regex(r"(?i)redbeat|django_celery_beat|sqlalchemy_scheduler")


class UnscheduledTask:
    """A task with a lock decorator whose app's file shows its whole schedule: no entry is for it, or misspells its
    name, and nothing else in the project speaks of it, tests aside."""

    of = Task
    words = LockDecorator.words
    words_of = LockDecorator.words_of

    def __init__(self, task: Task, home: Module) -> None:
        self.task = task
        self.node: ast.AST = task.node
        self.span: Span = task.span
        self.is_scheduled_elsewhere = home is not task.module
        """Whether the schedule is that of another file."""

    @classmethod
    def find(cls, module: Module) -> Iterable[UnscheduledTask]:
        locked = dict.fromkeys(decorator.task for decorator in module.all(LockDecorator))
        known: dict[Module, bool] = {}
        for task in locked:
            home = (module if module.all(ScheduledTask) else task.other_app_file) or module
            if home not in known:
                known[home] = _is_schedule_whole(home)
            if known[home] and not _is_sent(task, home):
                yield cls(task, home)


def _is_sent(task: Task, home: Module) -> bool:
    """Whether an entry of a schedule may be for a task, or the project speaks of it otherwise."""
    module = task.module
    given = task.option("name")
    name = given.value if given and isinstance(given.value, str) else task.name
    for sent in home.all(ScheduledTask):
        if sent.task is task or (sent.name or "").rpartition(".")[2] in (task.name, name.rpartition(".")[2]):
            return True
    own = sum(_QUOTED.findall(ast.unparse(decorator)).count(name) for decorator in task.node.decorator_list)
    is_spelt = _QUOTED.findall(module.source.text).count(name) > max(own, bool(given))
    if is_spelt or uses_of(module, module.index.tree, task.name):
        return True
    is_spoken_of = any(module.project.speaks_of(word, module.source.path) for word in {task.name, name})
    return is_spoken_of or matches_any(name, module.settings.external_tasks)


def _is_schedule_whole(module: Module) -> bool:
    """Whether the file has a schedule, every entry of which it shows, and no scheduler that keeps others. An entry for
    a name that no task has may be for any."""
    if not module.all(Configuration) or any(sent.fault for sent in module.all(ScheduledTask)):
        return False
    settings = Setting.named(module, "beat_schedule")
    if Setting.named(module, "beat_scheduler") or _DATABASES.search(module.source.text):
        return False
    for setting in settings:
        node = module.scopes.assigned(setting.node)
        if not setting.path and (not isinstance(node, ast.Dict) or None in node.keys):
            return False
    entries, calls = module.all(ScheduleEntry), module.all(PeriodicCall)
    is_known = all(entry.task for entry in entries) and all(call.signature for call in calls)
    return is_known and bool(entries or calls)
