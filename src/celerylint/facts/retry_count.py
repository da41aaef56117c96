"""Comparisons of how often a task was retried with how often it may be."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.retry import Retry
from celerylint.facts.task import Task, task_of
from celerylint.syntax.flow import block_nodes, next_statement

_OPERATORS: dict[type[ast.cmpop], str] = {ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


class RetryCount:
    """`self.request.retries > self.max_retries`, in any order and direction. `operator` is as if the count stood left.

    Celery lets a task run with `retries` up to `max_retries` and no further (celery.app.task.Task.retry).
    """

    of = TaskCode
    words = ("max_retries",)
    also = ("retries",)

    def __init__(self, code: TaskCode, node: ast.Compare, task: Task, operator: str) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.task = task
        self.operator = operator

    @classmethod
    def find(cls, module: Module) -> Iterable[RetryCount]:
        for code in module.all(TaskCode):
            for node in code.all(ast.Compare):
                written = _OPERATORS.get(type(node.ops[0])) if len(node.ops) == 1 else None
                if written is None:
                    continue
                left, right = node.left, node.comparators[0]
                for count, limit, operator in ((left, right, written), (right, left, _FLIPPED[written])):
                    task = _task_counted(module, count)
                    if task is not None and task is _task_limited(module, limit):
                        yield cls(code, node, task, operator)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def text(self) -> str:
        """The comparison as it is written."""
        return ast.unparse(self.node)

    @property
    def sharper(self) -> str:
        """The operator with which the last run counts as such, in the order in which the two stand."""
        (written,) = self.node.ops
        return {ast.Gt: ">=", ast.LtE: "<", ast.Lt: "<=", ast.GtE: ">"}[type(written)]

    @property
    def has_no_limit(self) -> bool:
        """Whether the task gives `max_retries=None`, and nobody asks for that."""
        option = self.task.option("max_retries")
        return option is not None and option.value is None and self._mentions == 1

    @property
    def _mentions(self) -> int:
        return sum(node.attr == "max_retries" for node in self.code.all(ast.Attribute))

    @property
    def limit_may_differ(self) -> bool:
        """Whether the task may be retried beyond its own `max_retries`: by what a retry or `retry_kwargs` gives."""
        if self.task.options.open or self.task.option("retry_kwargs") or self.task.is_handed_on:
            return True
        stored = any(
            node.attr == "max_retries" and isinstance(node.ctx, ast.Store) for node in self.code.all(ast.Attribute)
        )
        retries = (retry for retry in self.module.all(Retry) if retry.task in (self.task, None))
        given = (retry.is_open or retry.max_retries is not None for retry in retries)
        return stored or any(given)

    @property
    def has_other_branch(self) -> bool:
        """Whether something is meant for when it does not hold: an `else`, or what follows a branch that leaves."""
        parent = self.module.index.parents[self.node]
        if not isinstance(parent, ast.If):
            return isinstance(parent, ast.IfExp)
        if parent.orelse:
            return True
        leaves = any(isinstance(node, (ast.Return, ast.Raise)) for node in block_nodes(parent.body[-1:]))
        return leaves and next_statement(self.module.index, parent) is not None


def _task_counted(module: Module, node: ast.expr) -> Task | None:
    """The task whose `request.retries` an expression is."""
    node = module.scopes.assigned(node) or node
    if isinstance(node, ast.Attribute) and node.attr == "retries":
        request = module.scopes.assigned(node.value) or node.value
        if isinstance(request, ast.Attribute) and request.attr == "request":
            return task_of(module, request.value)
    return None


def _task_limited(module: Module, node: ast.expr) -> Task | None:
    """The task whose `max_retries` an expression is."""
    node = module.scopes.assigned(node) or node
    if isinstance(node, ast.Attribute) and node.attr == "max_retries":
        return task_of(module, node.value)
    return None
