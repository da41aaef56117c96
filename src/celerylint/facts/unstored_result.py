"""Results of tasks whose app has nowhere to store them."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.calls import ASKING
from celerylint.core.span import Span
from celerylint.facts.app_settings import AppSettings
from celerylint.facts.dispatch import is_eager_result
from celerylint.facts.module import Module
from celerylint.facts.result import RESULT_PATTERN, RESULT_WORDS, is_any_result
from celerylint.facts.result_backend import ResultBackend, backend_scheme
from celerylint.facts.task import Task
from celerylint.facts.wait import Wait, task_of_result


class UnstoredResult:
    """A result that is waited for, or asked for its state, though the app of its task has no result backend; `error` is
    what that raises."""

    of = ResultBackend
    words = RESULT_WORDS
    pattern = RESULT_PATTERN

    def __init__(self, module: Module, node: ast.expr, task: Task, error: str) -> None:
        self.module = module
        self.node = node
        self.task = task
        self.error = error

    @classmethod
    def find(cls, module: Module) -> Iterable[UnstoredResult]:
        if not any(backend.scheme == "" for backend in module.all(ResultBackend)):
            return
        for wait in module.all(Wait):
            if wait.task and _stores_nothing(wait.task) and wait.is_ignored is False and not wait.is_eager:
                yield cls(module, wait.node, wait.task, "NotImplementedError")
        for node in module.index.all(ast.Attribute, *RESULT_WORDS):
            if node.attr in ASKING and is_any_result(module, node.value):
                task = task_of_result(module, node.value)
                asked = task and not task.option("ignore_result") and not task.options.open and _stores_nothing(task)
                if task and asked and not is_eager_result(module, module.scopes.assigned(node.value) or node.value):
                    yield cls(module, node, task, "AttributeError")

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)


def _stores_nothing(task: Task) -> bool:
    """Whether the app of a task, in this file or another, has no result backend."""
    if task.app_creation:
        return True  # it is the one app of the file
    settings = AppSettings.of_task(task)
    return settings is not None and backend_scheme(settings) == "" and not settings.sets("task_ignore_result")
