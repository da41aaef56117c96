"""Retries by hand: calls of a task's `retry`."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.names import CURRENT_TASK
from celerylint.core.lazy import lazy
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.handler import caught
from celerylint.facts.keeper import Keeper, keeper_of
from celerylint.facts.module import Module
from celerylint.facts.retry_policy import RetryPolicy
from celerylint.facts.task import Task, task_of
from celerylint.syntax.flow import handler_around, handlers_around, next_statement
from celerylint.syntax.node import is_none, keyword_value, last_name, subtree, unpacks
from celerylint.syntax.value import UNKNOWN, fold

_RAISED = frozenset({"Retry", "MaxRetriesExceededError"})
_COUNTED = regex(r"(?i)retr(y|ies)|attempt|tries")


class Retry:
    """A call of `retry` on a task: the bound first parameter, `self` of a task class, `current_task`, or the task's
    own name. It sends the task again and raises `Retry` (celery.app.task.Task.retry), unless `throw=False`."""

    words = (".retry(",)

    def __init__(self, module: Module, node: ast.Call, receiver: str, task: Task | None) -> None:
        self.module = module
        self.node = node
        self.receiver = receiver
        self.task = task

    @classmethod
    def find(cls, module: Module) -> Iterable[Retry]:
        for call in module.index.calls("retry", texts=cls.words):
            function = call.func
            if isinstance(function, ast.Attribute):
                task = task_of(module, function.value)
                if task or module.scopes.qualified(function.value) in CURRENT_TASK:
                    yield cls(module, call, ast.unparse(function.value), task)

    @lazy
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def is_discarded(self) -> bool:
        """Whether the call stands alone as a statement."""
        return isinstance(self.module.index.parents[self.node], ast.Expr)

    @property
    def is_returned(self) -> bool:
        """Whether the call is the value of a `return`."""
        return isinstance(self.module.index.parents[self.node], ast.Return)

    @lazy
    def throws(self) -> bool | None:
        """Whether the call raises `Retry`; None if `throw` cannot be seen."""
        for keyword in self.node.keywords:
            if keyword.arg is None:
                return None
            if keyword.arg == "throw":
                value = fold(keyword.value, self.module.scopes)
                return None if value is UNKNOWN else bool(value)
        return True

    def given(self, name: str) -> ast.expr | None:
        """The expression of a keyword argument."""
        return keyword_value(self.node, name)

    def place_of(self, name: str) -> Span | None:
        """The place of a keyword argument."""
        return next((self.module.span(keyword) for keyword in self.node.keywords if keyword.arg == name), None)

    @property
    def policy(self) -> RetryPolicy | None:
        """What the same task retries by itself."""
        return self.module.at(RetryPolicy, self.task.node) if self.task else None

    @property
    def max_retries(self) -> object:
        """The number of retries that the call sets for the task; None for its own, UNKNOWN if it cannot be seen."""
        node = self.given("max_retries")
        return None if node is None else fold(node, self.module.scopes)

    @property
    def leaves_its_limit(self) -> bool:
        """Whether the number it sets stays on the task for retries that Celery makes, and is another than theirs."""
        if self.policy is None or not self.policy.is_automatic or self.max_retries is None:
            return False
        given, own = self.given("max_retries"), self.task.option("max_retries") if self.task else None
        if isinstance(given, ast.Attribute) and given.attr == "max_retries" and task_of(self.module, given.value):
            return False
        return own is None or own.value is UNKNOWN or own.value != self.max_retries

    @property
    def task_sets_delay(self) -> bool:
        """Whether the task is given a delay for its retries by hand, or may be."""
        return self.task is None or self.task.options.open or self.task.option("default_retry_delay") is not None

    @property
    def bypassed_option(self) -> str | None:
        """The option that shapes automatic retries, if this call retries first what Celery would, and not by that. A
        delay of the task may be meant for what is retried by hand, but not where nothing else is retried."""
        policy, kinds = self.policy, self.caught
        if policy is None or kinds is None or self.says_when or not policy.is_automatic:
            return None
        is_meant = self.task_sets_delay and not self.leaves_no_error
        return policy.shaping_option if not is_meant and policy.overlaps(kinds) else None

    @property
    def says_when(self) -> bool:
        """Whether the call may say itself when the task is to run again."""
        return self.is_open or self.given("countdown") is not None or self.given("eta") is not None

    @lazy
    def _handler(self) -> ast.ExceptHandler | None:
        """The innermost handler of the same function that the call stands in."""
        return handler_around(self.module.index, self.node)

    @property
    def caught(self) -> list[str | None] | None:
        """What the handler catches that the call stands in, None if it stands in none."""
        handler = self._handler
        if handler is None:
            return None
        return caught(self.module.scopes, handler) if handler.type else ["builtins.BaseException"]

    @property
    def leaves_no_error(self) -> bool:
        """Whether the handler that the call stands in takes every error, so that none is left for `autoretry_for`."""
        return not {"builtins.Exception", "builtins.BaseException"}.isdisjoint(self.caught or ())

    @property
    def error_name(self) -> str | None:
        """The name of the error in whose handler the call stands, if it has one."""
        return self._handler.name if self._handler else None

    @property
    def forgets_error(self) -> bool:
        """Whether the call stands in a handler and is given no exception to fail with in the end."""
        given = self.given("exc")
        return (
            self._handler is not None and (given is None or is_none(given)) and not self.node.args and not self.is_open
        )

    @lazy
    def is_counted(self) -> bool:
        """Whether how often the task was tried is compared on the way to the call, so that it may give up by itself."""
        index = self.module.index
        function = index.enclosing_function(self.node)
        around = set(index.ancestors(self.node))
        for node in index.own(function, ast.Compare) if function else ():
            if any(_COUNTED.search(last_name(part)) for part in subtree(node)):
                handlers = (above for above in index.ancestors(node) if isinstance(above, ast.ExceptHandler))
                if around.issuperset(handlers):
                    return True
        return False

    @property
    def has_no_limit(self) -> bool:
        """Whether the task is retried for ever, unless the call says otherwise."""
        limit = self.task.option("max_retries") if self.task else None
        return limit is not None and limit.value is None and self.given("max_retries") is None

    @property
    def is_open(self) -> bool:
        """Whether there may be arguments that do not show: `*args`, `**options`."""
        return unpacks(self.node)

    @property
    def is_raised(self) -> bool:
        """Whether a Retry leaves this place: the call raises it, or a `raise` what the call returns."""
        return bool(self.throws) or isinstance(self.module.index.parents[self.node], ast.Raise)

    @lazy
    def keeper(self) -> Keeper | None:
        """What keeps the Retry from leaving the function."""
        return keeper_of(self.module, self.node, "celery.exceptions.Retry") if self.is_raised else None

    @property
    def is_followed_by_exit(self) -> bool:
        """Whether the next statement returns or raises."""
        return isinstance(next_statement(self.module.index, self.node), (ast.Return, ast.Raise))

    @property
    def is_expected_to_raise(self) -> bool:
        """Whether a `try` around the call has a handler of what it raises: Retry, or MaxRetriesExceededError."""
        handlers = handlers_around(self.module.index, self.node)
        types = [handler.type for handler in handlers if handler.type]
        return any(last_name(node) in _RAISED for node in subtree(*types))
