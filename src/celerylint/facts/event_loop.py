"""Event loops that task code starts."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.names import EVENT_LOOP_RUNNERS
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.syntax.index import descendants


class LoopRun:
    """A call of `asyncio.run` in task code."""

    words = ("asyncio",)

    def __init__(self, code: TaskCode, node: ast.Call) -> None:
        self.code = code
        self.module = code.module
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[LoopRun]:
        for code in module.all(TaskCode):
            for call in code.calls:
                if module.scopes.qualified(call.func) in EVENT_LOOP_RUNNERS:
                    yield cls(code, call)

    @property
    def is_in_runner(self) -> bool:
        """Whether the function runs what its caller hands it: by its name, or by what it is handed."""
        if self.code.is_runner:
            return True
        given = self.node.args[0] if self.node.args else None
        inner = self.module.scopes.definition(given.func) if isinstance(given, ast.Call) else None
        if isinstance(inner, ast.AsyncFunctionDef):
            awaited = [node.value for node in descendants(inner) if isinstance(node, ast.Await)]
            return any(self._is_parameter(value) for value in awaited)
        return given is not None and self._is_parameter(given.func if isinstance(given, ast.Call) else given)

    def _is_parameter(self, node: ast.expr) -> bool:
        if not isinstance(node, ast.Name) or self.code.is_task:
            return False
        bindings = self.module.scopes.bindings(node)
        return [binding.how for binding in bindings] == ["parameter"]

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)
