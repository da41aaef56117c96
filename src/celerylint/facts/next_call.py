"""Calls of `next` in task code."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode


class NextCall:
    """A call of `next`. `generator` is the name of the function of this file whose result it is given, if any."""

    of = TaskCode
    words = ("next",)

    def __init__(self, module: Module, node: ast.Call) -> None:
        self.module = module
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[NextCall]:
        for code in module.all(TaskCode):
            for call in code.calls:
                is_next = isinstance(call.func, ast.Name) and call.func.id == "next" and call.args
                if is_next and module.scopes.qualified(call.func) == "builtins.next":
                    yield cls(module, call)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @cached_property
    def async_generator(self) -> str | None:
        """The name of the asynchronous generator that is asked for its next value, if it is one of this file."""
        made = self.module.scopes.assigned(self.node.args[0])
        function = self.module.scopes.definition(made.func) if isinstance(made, ast.Call) else None
        if not isinstance(function, ast.AsyncFunctionDef) or function.decorator_list:
            return None
        return function.name if self.module.index.yields(function) else None
