"""Scoped sessions that tasks use and do not remove."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.databases import CLOSING_METHODS, SCOPED_SESSIONS
from celerylint.core.settings import Settings, matches_any
from celerylint.core.span import Span
from celerylint.facts.handler import is_clean_up
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.session_call import UsedSession
from celerylint.facts.task import Task
from celerylint.syntax.node import values_given

_OF_FLASK: tuple[str, ...] = Settings._field_defaults["scoped_sessions"]


class UnremovedSession:
    """A registry of sessions that a function of task code uses as if it were one, where no `finally` of what the task
    runs removes the session, nor anything else in the file."""

    of = UsedSession

    def __init__(self, used: UsedSession) -> None:
        self._used = used
        self.node = used.node
        self.span = used.span
        self.session = used.name

    @classmethod
    def find(cls, module: Module) -> Iterable[UnremovedSession]:
        registries = [each for each in module.all(UsedSession) if each.code.tasks and _is_registry(each)]
        removed = _removed(module, {used.name for used in registries}) if registries else {}
        for used in registries:
            by = removed.get(used.name, set())
            if by is not None and not any(task.has_code_around or task in by for task in used.code.tasks):
                yield cls(used)

    @property
    def only_task(self) -> TaskCode | None:
        """The one plain task of the file that uses the session, in whose `finally` it can be removed."""
        module, tasks = self._used.module, self._used.code.tasks
        code = module.at(TaskCode, tasks[0].node) if len(tasks) == 1 else None
        is_async = (module.scopes.qualified(self._used.calls[0].receiver) or "").startswith("sqlalchemy.ext.asyncio.")
        return code if code and not code.is_coroutine and not is_async else None

    @property
    def removal(self) -> Span | None:
        """The place of the `remove()` that the task calls itself."""
        calls = self.only_task.calls if self.only_task else []
        found = [call for call in calls if ast.unparse(call) == f"{self.session}.remove()"]
        return self._used.module.span(found[0]) if found else None


def _is_registry(used: UsedSession) -> bool:
    """Whether the session is a registry that outlives the function; Flask-SQLAlchemy's, which its application context
    removes, is not meant."""
    module = used.module
    if used.is_local:
        return False
    name = module.scopes.qualified(used.calls[0].receiver) or ""
    if name.removesuffix("()") in SCOPED_SESSIONS:
        return name.endswith("()")
    return matches_any(name, module.settings.scoped_sessions) and not matches_any(name, _OF_FLASK)


def _removed(module: Module, names: set[str]) -> dict[str, set[Task] | None]:
    """The tasks in which a `finally` removes the session of each registry, or hands the registry on; None for one whose
    session other code of the file removes."""
    found: dict[str, set[Task] | None] = {}
    for node in module.index.all(ast.Attribute, *CLOSING_METHODS):
        if node.attr in CLOSING_METHODS and ast.unparse(node.value) in names:
            code = module.at(TaskCode, module.index.enclosing_function(node))
            if code is None:
                found[ast.unparse(node.value)] = None
    for code in module.all(TaskCode):
        for call in code.calls:
            closed = (
                call.func.value if isinstance(call.func, ast.Attribute) and call.func.attr in CLOSING_METHODS else None
            )
            given = [node for node in (closed, *values_given(call)) if isinstance(node, (ast.Name, ast.Attribute))]
            spoken = {name for name in map(ast.unparse, given) if name in names}
            for name in spoken if is_clean_up(module, call) else ():
                by = found.setdefault(name, set())
                if by is not None:
                    by.update(code.tasks)
    return found
