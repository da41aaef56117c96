"""Lambdas that are made tasks."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.core.span import Span
from celerylint.facts.app import is_task_factory
from celerylint.facts.module import Module
from celerylint.syntax.node import last_name


class LambdaTask:
    """A lambda in the place of a task's function: `app.task(lambda order: ...)`."""

    words = ("lambda",)
    also = (".task(", "shared_task(", " task(", "\ntask(")

    def __init__(self, node: ast.Lambda, span: Span) -> None:
        self.node = node
        self.span = span

    @classmethod
    def find(cls, module: Module) -> Iterable[LambdaTask]:
        for call in module.index.calls("task", "shared_task", "", texts=("task(",)):
            made_by = call.func if isinstance(call.func, ast.Call) else call
            called = made_by.func
            name = last_name(called)
            if len(call.args) != 1 or name not in ("task", "shared_task"):
                continue
            function = module.scopes.assigned(call.args[0])
            if isinstance(function, ast.Lambda) and is_task_factory(module, called, made_by):
                yield cls(function, module.span(call))
