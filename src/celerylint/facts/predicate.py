"""Celery's own exceptions, by which a task says how it ends."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.calls import SENDING_NOW
from celerylint.celery.exceptions import IGNORE, PREDICATES, REJECT, RETRY
from celerylint.core.span import Span
from celerylint.facts.exceptions import listed
from celerylint.facts.keeper import Keeper, keeper_of
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.retry_policy import RetryPolicy
from celerylint.facts.task import task_of
from celerylint.syntax.node import is_name

_SENDS = SENDING_NOW | {"retry", "signature_from_request"}


class Predicate:
    """`raise Ignore()`, `raise Reject()` or `raise Retry()` in task code, or a call of the task's `replace`, which
    raises Ignore (celery.app.task.Task.replace)."""

    of = TaskCode
    words = ("Ignore", "Reject", "Retry", "replace")

    def __init__(self, code: TaskCode, node: ast.Raise | ast.Call, raised: str) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.raised = raised

    @classmethod
    def find(cls, module: Module) -> Iterable[Predicate]:
        for code in module.all(TaskCode):
            for node in code.all(ast.Raise):
                name = (module.scopes.qualified(node.exc) or "").removesuffix("()") if node.exc else ""
                if name in PREDICATES:
                    yield cls(code, node, name)
            for call in code.calls:
                function = call.func
                replaces = isinstance(function, ast.Attribute) and function.attr == "replace"
                if replaces and task_of(module, function.value):  # type: ignore[attr-defined]
                    yield cls(code, call, next(iter(IGNORE)))

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def text(self) -> str:
        """How it begins: `raise Reject`, `self.replace`."""
        if isinstance(self.node, ast.Call):
            return ast.unparse(self.node.func)
        return f"raise {self.name}"

    @property
    def name(self) -> str:
        """Ignore, Reject or Retry."""
        return self.raised.rpartition(".")[2]

    @property
    def is_reject(self) -> bool:
        """Whether the message is to be rejected."""
        return self.raised in REJECT

    @property
    def is_retry(self) -> bool:
        """Whether a Retry is raised that no `retry` has made."""
        return self.raised in RETRY

    @cached_property
    def keeper(self) -> Keeper | None:
        """What keeps it from leaving the function."""
        return keeper_of(self.module, self.node, self.raised)

    @property
    def is_retried(self) -> bool:
        """Whether a task that reaches it has Celery retry on it. Of these exceptions only Reject can be."""
        policies = [self.module.at(RetryPolicy, task.node) for task in self.code.tasks]
        return self.is_reject and any(policy and policy.retries(self.raised) for policy in policies)

    @property
    def retrying_option(self) -> tuple[Span, Span | None] | None:
        """Where the one task that reaches it can be told not to retry on it."""
        policies = [self.module.at(RetryPolicy, task.node) for task in self.code.tasks]
        found = [policy for policy in policies if policy and policy.retries(self.raised)]
        return found[0].place_to_spare if len(found) == 1 else None

    @property
    def is_sent_by_hand(self) -> bool:
        """Whether the same function sends a message, or a handler of the file waits for a Retry: a retry home-made."""
        names = {call.func.attr for call in self.code.calls if isinstance(call.func, ast.Attribute)}
        if names & _SENDS:
            return True
        return bool(self.module.all(RetryHandler))


class RetryHandler:
    """A handler of the file that waits for a Retry."""

    words = ("except",)

    def __init__(self, node: ast.ExceptHandler) -> None:
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[RetryHandler]:
        for node in module.index.all(ast.ExceptHandler):
            if not _only_raises(node) and any(kind in RETRY for kind in listed(module.scopes, node.type)):
                yield cls(node)


def _only_raises(handler: ast.ExceptHandler) -> bool:
    """Whether a handler does nothing but raise again what it has caught."""
    first = handler.body[0]
    raised = first.exc if isinstance(first, ast.Raise) else first
    return raised is None or is_name(raised, handler.name)
