"""Handlers of MaxRetriesExceededError around retries."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.exceptions import MAX_RETRIES_EXCEEDED
from celerylint.core.span import Span
from celerylint.facts.handler import caught
from celerylint.facts.module import Module
from celerylint.facts.retry import Retry
from celerylint.facts.task import task_of
from celerylint.syntax.flow import block_nodes, handlers_around
from celerylint.syntax.node import values_given
from celerylint.syntax.value import fold


class LastResort:
    """A handler of MaxRetriesExceededError around retries, whose work is done when they are used up."""

    of = Retry
    words = ("MaxRetriesExceededError",)

    def __init__(self, module: Module, node: ast.ExceptHandler, retries: list[Retry]) -> None:
        self.module = module
        self.node = node
        self.retries = retries

    @classmethod
    def find(cls, module: Module) -> Iterable[LastResort]:
        found: dict[ast.ExceptHandler, LastResort] = {}
        for retry in module.all(Retry):
            for handler in handlers_around(module.index, retry.node):
                if _takes_only_max_retries(module, handler):
                    found.setdefault(handler, cls(module, handler, [])).retries.append(retry)
        return found.values()

    @cached_property
    def span(self) -> Span:
        """The place of `except Kind as name`."""
        return self.module.source.handler_header(self.node)

    @property
    def is_unreachable(self) -> bool:
        """Whether each retry brings its own exception, and nothing else in the `try` is handed the task."""
        return all(map(_gives_exception, self.retries)) and not self._hands_task_on()

    def _hands_task_on(self) -> bool:
        around = self.module.index.parents[self.node]
        calls = [node for node in block_nodes(around.body) if isinstance(node, ast.Call)]  # type: ignore[attr-defined]
        given = [part for call in calls for part in values_given(call)]
        methods = [call.func for call in calls if isinstance(call.func, ast.Attribute)]
        given += [method.value for method in methods if method.attr != "retry"]
        names = [part for part in given if isinstance(part, ast.Name)]
        return any(task_of(self.module, name) is not None for name in names)


def _gives_exception(retry: Retry) -> bool:
    """Whether `exc` is given, so that this exception and not MaxRetriesExceededError is raised at the end."""
    node, scopes = retry.given("exc"), retry.module.scopes
    if node is None or fold(node, scopes) is None:
        return False
    made = scopes.assigned(node)
    kinds = [scopes.qualified(made.func)] if isinstance(made, ast.Call) else []
    for binding in scopes.bindings(node) if isinstance(node, ast.Name) else ():
        if isinstance(binding.node, ast.ExceptHandler):
            kinds += caught(scopes, binding.node)
    return not any(kind and _is_max_retries_exceeded(kind) for kind in kinds)


def _takes_only_max_retries(module: Module, handler: ast.ExceptHandler) -> bool:
    """Whether a handler names MaxRetriesExceededError, as Celery's or as the task's attribute, and nothing else."""
    node = handler.type
    of_task = isinstance(node, ast.Attribute) and node.attr == "MaxRetriesExceededError"
    if of_task and task_of(module, node.value) is not None:  # type: ignore[union-attr]
        return True
    kinds = caught(module.scopes, handler)
    return bool(kinds) and all(kind is not None and _is_max_retries_exceeded(kind) for kind in kinds)


def _is_max_retries_exceeded(qualified: str) -> bool:
    """Whether a name is Celery's MaxRetriesExceededError, or that attribute of a task."""
    return qualified in MAX_RETRIES_EXCEEDED or qualified.endswith(".MaxRetriesExceededError")
