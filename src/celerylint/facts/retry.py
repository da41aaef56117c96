"""Retries by hand: calls of a task's `retry`."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from celerylint.celery.exceptions import MAX_RETRIES_EXCEEDED
from celerylint.celery.names import CURRENT_TASK
from celerylint.core.span import Span
from celerylint.facts.exceptions import is_exception_class
from celerylint.facts.handler import caught
from celerylint.facts.keeper import Keeper, keeper_of
from celerylint.facts.module import Module
from celerylint.facts.retry_policy import RetryPolicy
from celerylint.facts.task import Task, task_of
from celerylint.syntax.flow import block_nodes, following
from celerylint.syntax.index import FUNCTIONS, TRIES
from celerylint.syntax.value import UNKNOWN, fold

_RAISED = frozenset({"Retry", "MaxRetriesExceededError"})
_EXCEPTION_NAMES = ("Error", "Exception")


class Argument(NamedTuple):
    """An argument of a retry: where it stands, its name, the source of its value, and what kind of thing it is."""

    span: Span
    name: str
    text: str
    kind: str


class Retry:
    """A call of `retry` on a task: the bound first parameter, `self` of a task class, `current_task`, or the task's
    own name. It sends the task again and raises `Retry` (celery.app.task.Task.retry), unless `throw=False`."""

    words = (".retry",)

    def __init__(self, module: Module, node: ast.Call, receiver: str, task: Task | None) -> None:
        self.module = module
        self.node = node
        self.receiver = receiver
        self.task = task

    @classmethod
    def find(cls, module: Module) -> Iterable[Retry]:
        for call in module.index.calls("retry"):
            function = call.func
            if isinstance(function, ast.Attribute):
                task = task_of(module, function.value)
                if task or module.scopes.qualified(function.value) in CURRENT_TASK:
                    yield cls(module, call, ast.unparse(function.value), task)

    @cached_property
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

    @cached_property
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
        return next((keyword.value for keyword in self.node.keywords if keyword.arg == name), None)

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
        own = self.task.option("max_retries") if self.task else None
        return own is None or own.value is UNKNOWN or own.value != self.max_retries

    @property
    def task_sets_delay(self) -> bool:
        """Whether the task is given a delay for its retries by hand, or may be."""
        return self.task is None or self.task.options.open or self.task.option("default_retry_delay") is not None

    @property
    def says_when(self) -> bool:
        """Whether the call may say itself when the task is to run again."""
        return self.is_open or self.given("countdown") is not None or self.given("eta") is not None

    @property
    def caught(self) -> list[str | None] | None:
        """What the handler catches that the call stands in, None if it stands in none."""
        for above in self.module.index.ancestors(self.node):
            if isinstance(above, (*FUNCTIONS, ast.Lambda)):
                return None
            if isinstance(above, ast.ExceptHandler):
                return caught(self.module.scopes, above) if above.type else ["builtins.BaseException"]
        return None

    @property
    def is_open(self) -> bool:
        """Whether there may be arguments that do not show: `*args`, `**options`."""
        starred = any(isinstance(argument, ast.Starred) for argument in self.node.args)
        return starred or any(keyword.arg is None for keyword in self.node.keywords)

    @property
    def is_raised(self) -> bool:
        """Whether a Retry leaves this place: the call raises it, or a `raise` what the call returns."""
        return bool(self.throws) or isinstance(self.module.index.parents[self.node], ast.Raise)

    @cached_property
    def keeper(self) -> Keeper | None:
        """What keeps the Retry from leaving the function."""
        return keeper_of(self.module, self.node) if self.is_raised else None

    @property
    def exception_by_place(self) -> Argument | None:
        """The first argument given by place, where `args` belongs, if it is an exception."""
        first = self.node.args[0] if self.node.args else None
        if first is None or not self._is_exception(first):
            return None
        return Argument(self.module.span(first), "args", ast.unparse(first), "an exception")

    def _is_exception(self, node: ast.expr) -> bool:
        bindings = self.module.scopes.bindings(node) if isinstance(node, ast.Name) else []
        if bindings and all(isinstance(binding.node, ast.ExceptHandler) for binding in bindings):
            return True
        made = self.module.scopes.assigned(node)
        name = self.module.scopes.qualified(made.func) if isinstance(made, ast.Call) else None
        return name is not None and (name.endswith(_EXCEPTION_NAMES) or is_exception_class(self.module.scopes, name))

    @property
    def gives_exception(self) -> bool:
        """Whether `exc` is given, so that this exception and not MaxRetriesExceededError is raised at the end."""
        node = self.given("exc")
        if node is None or fold(node, self.module.scopes) is None:
            return False
        made = self.module.scopes.assigned(node)
        kinds = [self.module.scopes.qualified(made.func)] if isinstance(made, ast.Call) else []
        for binding in self.module.scopes.bindings(node) if isinstance(node, ast.Name) else ():
            if isinstance(binding.node, ast.ExceptHandler):
                kinds += caught(self.module.scopes, binding.node)
        return not any(kind and is_max_retries_exceeded(kind) for kind in kinds)

    @property
    def arguments(self) -> Iterable[Argument]:
        """The keyword arguments whose kind is known: text, a number, a timedelta, an exception class."""
        for keyword in self.node.keywords:
            kind = self._kind(keyword.value) if keyword.arg else None
            if keyword.arg and kind:
                yield Argument(self.module.span(keyword), keyword.arg, ast.unparse(keyword.value), kind)

    def _kind(self, node: ast.expr) -> str | None:
        value = fold(node, self.module.scopes)
        if isinstance(value, str) or isinstance(node, ast.JoinedStr):
            return "text"
        if isinstance(value, (int, float)):
            return "a number"
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
            node = node.left if isinstance(node.left, (ast.Call, ast.Name)) else node.right
        name = self.module.scopes.qualified(node)
        if name == "datetime.timedelta()":
            return "a timedelta"
        return "a class" if is_exception_class(self.module.scopes, name) else None

    @property
    def is_followed_by_exit(self) -> bool:
        """Whether the next statement returns or raises."""
        statement = self.module.index.statement(self.node)
        parent = self.module.index.parents[statement]
        for block in (getattr(parent, name, None) for name in ("body", "orelse", "finalbody")):
            if isinstance(block, list) and statement in block:
                return isinstance(following(statement, block), (ast.Return, ast.Raise))
        return False

    @property
    def is_expected_to_raise(self) -> bool:
        """Whether a `try` around the call has a handler of what it raises: Retry, or MaxRetriesExceededError."""
        below: ast.AST = self.node
        for above in self.module.index.ancestors(self.node):
            if isinstance(above, FUNCTIONS):
                return False
            if isinstance(above, TRIES) and below in above.body:  # type: ignore[attr-defined]
                named = [node for handler in above.handlers if handler.type for node in ast.walk(handler.type)]  # type: ignore[attr-defined]
                if any(getattr(node, "attr", getattr(node, "id", "")) in _RAISED for node in named):
                    return True
            below = above
        return False


class LastResort:
    """A handler of MaxRetriesExceededError around retries, whose work is done when they are used up."""

    words = ("MaxRetriesExceededError",)

    def __init__(self, module: Module, node: ast.ExceptHandler, retries: list[Retry]) -> None:
        self.module = module
        self.node = node
        self.retries = retries

    @classmethod
    def find(cls, module: Module) -> Iterable[LastResort]:
        found: dict[ast.ExceptHandler, LastResort] = {}
        for retry in module.all(Retry):
            below: ast.AST = retry.node
            for above in module.index.ancestors(retry.node):
                if isinstance(above, (*FUNCTIONS, ast.Lambda)):
                    break
                if isinstance(above, TRIES) and below in above.body:  # type: ignore[attr-defined]
                    for handler in above.handlers:  # type: ignore[attr-defined]
                        if _takes_only_max_retries(module, handler):
                            found.setdefault(handler, cls(module, handler, [])).retries.append(retry)
                below = above
        return found.values()

    @cached_property
    def span(self) -> Span:
        """The place of `except Kind as name`."""
        return self.module.source.handler_header(self.node)

    @property
    def is_unreachable(self) -> bool:
        """Whether each retry brings its own exception, and nothing else in the `try` is handed the task."""
        return all(retry.gives_exception for retry in self.retries) and not self._hands_task_on()

    def _hands_task_on(self) -> bool:
        around = self.module.index.parents[self.node]
        calls = [node for node in block_nodes(around.body) if isinstance(node, ast.Call)]  # type: ignore[attr-defined]
        given = [part for call in calls for part in (*call.args, *(keyword.value for keyword in call.keywords))]
        methods = [call.func for call in calls if isinstance(call.func, ast.Attribute)]
        given += [method.value for method in methods if method.attr != "retry"]
        names = [part for part in given if isinstance(part, ast.Name)]
        return any(task_of(self.module, name) is not None for name in names)


def _takes_only_max_retries(module: Module, handler: ast.ExceptHandler) -> bool:
    """Whether a handler names MaxRetriesExceededError, as Celery's or as the task's attribute, and nothing else."""
    node = handler.type
    of_task = isinstance(node, ast.Attribute) and node.attr == "MaxRetriesExceededError"
    if of_task and task_of(module, node.value) is not None:  # type: ignore[union-attr]
        return True
    kinds = caught(module.scopes, handler)
    return bool(kinds) and all(kind is not None and is_max_retries_exceeded(kind) for kind in kinds)


def is_max_retries_exceeded(qualified: str) -> bool:
    """Whether a name is Celery's MaxRetriesExceededError, or that attribute of a task."""
    return qualified in MAX_RETRIES_EXCEEDED or qualified.endswith(".MaxRetriesExceededError")
