"""Scoped sessions that tasks use and do not remove."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.databases import CLOSING_METHODS, SCOPED_SESSIONS
from celerylint.core.settings import Settings, matches_any
from celerylint.facts.handler import is_clean_up
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.session_call import UsedSession
from celerylint.facts.task import Task

_OF_FLASK: tuple[str, ...] = Settings._field_defaults["scoped_sessions"]


class UnremovedSession:
    """A registry of sessions that a function of task code uses as if it were one, where no `finally` of what the task
    runs removes the session, nor anything else in the file."""

    of = UsedSession

    def __init__(self, used: UsedSession) -> None:
        self.module = used.module
        self.node = used.node
        self.span = used.span
        self.session = used.name

    @classmethod
    def find(cls, module: Module) -> Iterable[UnremovedSession]:
        for used in module.all(UsedSession):
            tasks = used.code.tasks
            if tasks and _is_registry(used) and not any(map(_may_remove, tasks)) and not _is_removed(used):
                yield cls(used)


def _is_registry(used: UsedSession) -> bool:
    """Whether the session is a registry; Flask-SQLAlchemy's, which its application context removes, is not meant."""
    module = used.module
    name = module.scopes.qualified(used.calls[0].receiver) or ""
    if name.removesuffix("()") in SCOPED_SESSIONS:
        return name.endswith("()")
    return matches_any(name, module.settings.scoped_sessions) and not matches_any(name, _OF_FLASK)


def _may_remove(task: Task) -> bool:
    """Whether something around the function of a task may remove the session."""
    return task.is_wrapped or task.owner is not None or task.has_own_class


def _is_removed(used: UsedSession) -> bool:
    """Whether a `finally` of one of the tasks speaks of the registry, or other code of the file removes the session."""
    module, name = used.module, used.name
    tasks = set(used.code.tasks)
    for node in module.index.all(ast.Attribute, *CLOSING_METHODS):
        if node.attr in CLOSING_METHODS and ast.unparse(node.value) == name:
            code = module.at(TaskCode, module.index.enclosing_function(node))
            if code is None or (is_clean_up(module, node) and not tasks.isdisjoint(code.tasks)):
                return True
    codes = [code for code in module.all(TaskCode) if not tasks.isdisjoint(code.tasks)]
    return any(is_clean_up(module, call) for code in codes for call in used.takers(code.calls))
