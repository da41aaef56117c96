"""Tasks in the body of a class."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.options import TASK_METHODS, TASK_OPTIONS
from celerylint.facts.module import Module
from celerylint.facts.task import Task
from celerylint.facts.task_decorator import TaskDecorator
from celerylint.syntax.index import descendants

_STATIC = "builtins.staticmethod"
_CLASS = "builtins.classmethod"


class TaskMethod:
    """A function in the body of a class that a decorator makes a task."""

    of = Task

    def __init__(self, task: Task, owner: ast.ClassDef, above: frozenset[str], below: frozenset[str]) -> None:
        self.task = task
        self.module = task.module
        self.node = task.node
        self.span = task.span
        self.name = f"{owner.name}.{task.name}"
        self._owner = owner
        self._above = above
        self._below = below

    @classmethod
    def find(cls, module: Module) -> Iterable[TaskMethod]:
        others: dict[Task, list[TaskDecorator]] = {}
        for decorator in module.all(TaskDecorator):
            others.setdefault(decorator.task, []).append(decorator)
        for task in module.all(Task):
            owner = module.index.parents[task.node]
            if task.made_by in task.node.decorator_list and isinstance(owner, ast.ClassDef):
                above, below = (
                    frozenset(each.qualified or "" for each in others.get(task, ()) if each.is_above is side)
                    for side in (True, False)
                )
                yield cls(task, owner, above, below)

    @property
    def first(self) -> str:
        """The name of the first parameter."""
        return self.task.first_parameter.name if self.task.first_parameter else ""

    @property
    def is_of_descriptor(self) -> bool:
        """Whether the task decorator is given a `staticmethod` or `classmethod` object in place of a function."""
        return not self._below.isdisjoint({_STATIC, _CLASS})

    @property
    def is_broken(self) -> bool:
        """Whether it cannot run as it is defined."""
        return self.is_of_descriptor or self.lacks_instance or self.member_of_instance is not None

    @property
    def lacks_instance(self) -> bool:
        """Whether the function has a first parameter for the instance or class, which nobody passes to a task."""
        first = self.task.first_parameter
        if first is None or first.name not in ("self", "cls") or self.task.is_bound is not False:
            return False
        return not self.task.is_wrapped and not self.task.option("filter") and self._above <= {_CLASS}

    @property
    def member_of_instance(self) -> str | None:
        """What a bound task reads off its `self` that the class around it has, and the task has not."""
        argument = self.task.self_argument
        if argument is None or self.task.is_wrapped or self.task.has_own_class or self.task.option("filter"):
            return None
        self.module.index.look_into(self.node)
        members = self.module.scopes.locals(self._owner).keys() - TASK_METHODS - TASK_OPTIONS
        for node in descendants(self.node):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == argument.arg:
                bindings = self.module.scopes.bindings(node.value)
                if node.attr in members and len(bindings) == 1 and bindings[0].node is argument:
                    return node.attr
        return None
