"""Results of tasks: where they are looked up by id, and what is called on them."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.dispatch import is_result
from celerylint.facts.module import Module


class Lookup:
    """A result looked up by its id: `AsyncResult(task_id)`, `app.AsyncResult(task_id)`, `GroupResult.restore(...)`."""

    words = ("AsyncResult(", "GroupResult")

    def __init__(self, module: Module, node: ast.Call, identity: ast.expr) -> None:
        self.module = module
        self.node = node
        self.identity = identity

    @classmethod
    def find(cls, module: Module) -> Iterable[Lookup]:
        for call in module.index.calls("AsyncResult", "restore"):
            given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg in ("id", "task_id"))]
            if given and is_result(module, call):
                yield cls(module, call, given[0])

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def is_of_own_dispatch(self) -> bool:
        """Whether the id is that of a result which this process has just got: `AsyncResult(sent.id)`."""
        identity = self.module.scopes.assigned(self.identity) or self.identity
        is_id = isinstance(identity, ast.Attribute) and identity.attr in ("id", "task_id")
        return is_id and is_result(self.module, identity.value)  # type: ignore[attr-defined]

    @property
    def place(self) -> str:
        """The function, or `this file`, that looks the result up."""
        function = self.module.index.enclosing_function(self.node)
        return f"`{function.name}`" if function else "this file"
