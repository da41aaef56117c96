"""Event loops that task code starts."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.names import EVENT_LOOP_RUNNERS
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode


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

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)
