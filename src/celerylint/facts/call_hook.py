"""Handlers around the run of every task, in `__call__` of a task class."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.handler import Handler
from celerylint.facts.module import Module
from celerylint.facts.task_class import TaskClass
from celerylint.syntax.flow import block_nodes
from celerylint.syntax.node import last_name

_CLEANING = regex(
    r"(?i)rollback|close|remove|release|dispose|clear|reset|clean|restore|unlock|pop|delete|stop|finish|end|detach|abort"
    r"|cancel|disconnect|exit|debug|info|isinstance|type|str|repr|format"
)
_PREDICATES = regex(r"Retry|TaskPredicate|Ignore|Reject")


class CallHandler:
    """A handler in `__call__` of a task class that takes whatever the run of a task raises, records it, and raises it
    again."""

    of = Handler
    words = ("__call__",)

    def __init__(self, handler: Handler, owner: TaskClass) -> None:
        self.handler = handler
        self.node = handler.node
        self.owner = owner

    @classmethod
    def find(cls, module: Module) -> Iterable[CallHandler]:
        for handler in module.all(Handler):
            function = handler.code.node
            owner = module.at(TaskClass, module.index.parents[function]) if function.name == "__call__" else None
            if owner and handler.is_broad and handler.ends_in_raise and _runs(handler) and _records(handler):
                yield cls(handler, owner)

    @cached_property
    def span(self) -> Span:
        """The place of `except Kind as name`."""
        return self.handler.span

    @property
    def tells_retries_apart(self) -> bool:
        """Whether a Retry is taken before, or looked for in the handler."""
        around = self.handler.around
        earlier = [other.type for other in around.handlers[: around.handlers.index(self.node)] if other.type]
        nodes = [*earlier, *block_nodes(self.node.body)]
        return any(_PREDICATES.search(ast.unparse(node)) for node in nodes if isinstance(node, (ast.expr, ast.stmt)))


def _runs(handler: Handler) -> bool:
    """Whether the `try` runs the task: `super().__call__(…)`, `self.run(…)`."""
    called = (node.func for node in block_nodes(handler.around.body) if isinstance(node, ast.Call))
    return any(isinstance(function, ast.Attribute) and function.attr in ("__call__", "run") for function in called)


def _records(handler: Handler) -> bool:
    """Whether the handler calls more than what cleans up."""
    for node in block_nodes(handler.node.body):
        if isinstance(node, ast.Call):
            name = last_name(node.func)
            if not _CLEANING.match(name.lstrip("_")):
                return True
    return False
