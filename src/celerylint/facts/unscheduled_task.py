"""Tasks with a lock that the schedule beside them leaves out."""

from __future__ import annotations

import ast
from collections import Counter
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
    """A task with a lock decorator, in the file that makes the app and shows its whole schedule: no entry is for it, or
    misspells its name, and nothing else in the file speaks of it."""

    of = Configuration
    words = ScheduledTask.words

    def __init__(self, task: Task) -> None:
        self.task = task
        self.node: ast.AST = task.node
        self.span: Span = task.span

    @classmethod
    def find(cls, module: Module) -> Iterable[UnscheduledTask]:
        locked = dict.fromkeys(decorator.task for decorator in module.all(LockDecorator))
        if not locked or not module.all(Configuration) or not _is_schedule_whole(module):
            return
        if any(sent.fault for sent in module.all(ScheduledTask)):
            return  # an entry for a name that no task has may be the one
        scheduled = {sent.task for sent in module.all(ScheduledTask)}
        names = {(sent.name or "").rpartition(".")[2] for sent in module.all(ScheduledTask)}
        spelt = Counter(_QUOTED.findall(module.source.text))
        for task in locked:
            given = task.option("name")
            name = given.value if given and isinstance(given.value, str) else task.name
            is_sent = task in scheduled or not names.isdisjoint((task.name, name.rpartition(".")[2]))
            is_used = spelt[name] > bool(given) or bool(uses_of(module, module.index.tree, task.name))
            if not (is_sent or is_used or matches_any(name, module.settings.external_tasks)):
                yield cls(task)


def _is_schedule_whole(module: Module) -> bool:
    """Whether the file has a schedule, every entry of which it shows, and no scheduler that keeps others."""
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
