"""Uses of the Task API where there is no task."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.options import TASK_API
from celerylint.facts.module import Module
from celerylint.facts.parameters import first_argument
from celerylint.facts.task import Task
from celerylint.syntax.index import in_order
from celerylint.syntax.node import DEFINITIONS


class TaskUse:
    """A use of the Task API (`self.retry`, `self.request`) by the name `self` where no `self` is the task.

    `is_first` stands for the whole task: its first use, that of `update_state` only if it has no other.
    """

    of = Task
    words = ("self",)

    def __init__(self, task: Task, node: ast.Attribute, is_first: bool) -> None:
        self.task = task
        self.node = node
        self.attribute = node.attr
        self.is_first = is_first
        self.span = task.module.span(node)

    @classmethod
    def find(cls, module: Module) -> Iterable[TaskUse]:
        for task in module.all(Task):
            if task.is_bound is not True and not task.owner and not task.is_method:
                first = first_argument(task.node)
                uses = [node for node in _attributes_of_self(task) if cls._is_unbound(module, task, node.value, first)]
                others = [node for node in uses if node.attr != "update_state"]
                yield from (cls(task, node, node is (others or uses)[0]) for node in uses)

    @property
    def lacks_self(self) -> bool:
        """Whether the task's function takes no `self`."""
        first = first_argument(self.task.node)
        return first is None or first.arg != "self"

    @staticmethod
    def _is_unbound(module: Module, task: Task, name: ast.expr, first: ast.arg | None) -> bool:
        bindings = module.scopes.bindings(name)  # type: ignore[arg-type]
        if not bindings:
            imports = module.index.own(module.index.tree, ast.ImportFrom)
            return not any(alias.name == "*" for node in imports for alias in node.names)
        is_first = len(bindings) == 1 and bindings[0].node is first
        return is_first and task.is_bound is False and not task.is_wrapped


def _attributes_of_self(task: Task) -> list[ast.Attribute]:
    """The uses of the Task API by the name `self` in a task's function and in those inside it."""
    index = task.module.index
    found: list[ast.Attribute] = []
    waiting: list[ast.AST] = [task.node]
    while waiting:
        body = waiting.pop()
        for name in index.mentions(body, ("self",)):
            above = index.parents[name]
            if isinstance(name, ast.Name) and isinstance(above, ast.Attribute) and above.attr in TASK_API:
                found.append(above)
        waiting += index.own_of(body, DEFINITIONS)
    return in_order(found)
