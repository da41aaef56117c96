"""Tasks that give nothing back, and whose result is stored all the same."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from celerylint.core.span import Span
from celerylint.facts.app_settings import AppSettings
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.result import Lookup
from celerylint.facts.result_backend import ResultBackend
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task
from celerylint.syntax.node import is_none

_SETTINGS = frozenset({"task_ignore_result", "task_track_started"})
_OPTIONS = ("ignore_result", "track_started", "backend")
_ENDINGS = frozenset({"update_state", "replace", "store_result"})


class EmptyResult:
    """A task without a `return` of any value, whose result nothing in the file ignores, and nobody there waits for."""

    of = Task

    def __init__(self, task: Task) -> None:
        self.task = task
        self.node = task.node
        self.span: Span = task.span

    @classmethod
    def find(cls, module: Module) -> Iterable[EmptyResult]:
        if _is_said(module) or module.all(Lookup):
            return
        watched = set(_watched(module))
        for task in module.all(Task):
            may_give = task.is_wrapped or task.is_coroutine or task.is_generator or task.options.open
            if may_give or task in watched or any(map(task.option, _OPTIONS)) or task.app_has_task_class:
                continue
            returned = [node.value for node in module.index.own(task.node, ast.Return) if node.value]
            if all(map(is_none, returned)) and not _is_stub(task):
                yield cls(task)


def _is_said(module: Module) -> bool:
    """Whether settings say what becomes of all results, or that there is no place to store them."""
    if any(backend.scheme == "" for backend in module.all(ResultBackend)):
        return True
    settings = AppSettings.of_file(module)
    return bool(Setting.named(module, *_SETTINGS)) or (settings is not None and settings.sets(*_SETTINGS))


def _watched(module: Module) -> Iterator[Task]:
    """The tasks that report their progress, are a part of a canvas, or whose results this file keeps."""
    for code in module.all(TaskCode):
        called = (call.func.attr for call in code.calls if isinstance(call.func, ast.Attribute))
        if not _ENDINGS.isdisjoint(called):
            yield from code.tasks
    for dispatch in module.all(Dispatch):
        if dispatch.task and (dispatch.is_signature or not dispatch.is_thrown_away):
            yield dispatch.task


def _is_stub(task: Task) -> bool:
    """Whether the body does nothing, or only raises."""
    return all(isinstance(part, (ast.Pass, ast.Raise, ast.Expr)) and not _calls(part) for part in task.node.body)


def _calls(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and not isinstance(statement.value, ast.Constant)
