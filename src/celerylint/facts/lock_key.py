"""What locks of tasks are called."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property
from typing import TypeGuard

from celerylint.core.span import Span
from celerylint.facts.lock import Lock
from celerylint.facts.lock_decorator import LockDecorator
from celerylint.facts.module import Module
from celerylint.facts.parameters import Parameters, first_argument
from celerylint.facts.task import Task
from celerylint.facts.task_decorator import TaskDecorator
from celerylint.syntax.index import Function
from celerylint.syntax.node import is_name, last_name, subtree

_TEXT_OF = frozenset({"str", "repr", "format"})


class LockKey:
    """A key written out as text, under which one run of a task at a time is let in; `earlier` is the first other task
    of the file that has it too, by a lock of the same kind."""

    of = Task
    words = Lock.words
    words_of = ("lock_decorators",)

    def __init__(self, task: Task, node: ast.Constant, earlier: Task | None) -> None:
        self.task = task
        self.module = task.module
        self.node = node
        self.earlier = earlier

    @classmethod
    def find(cls, module: Module) -> Iterable[LockKey]:
        guards = [(lock.guarded_task, lock.key, "") for lock in module.all(Lock)]
        guards += [(decorator.task, decorator.key, decorator.name) for decorator in module.all(LockDecorator)]
        keys = [(task, key, kind) for task, key, kind in guards if task and isinstance(key, ast.Constant)]
        first: dict[tuple[str, str], Task] = {}
        for task, key, kind in sorted(keys, key=lambda each: each[0].span):
            if isinstance(key.value, str) and key.value and not _is_template(key.value):
                earlier = first.setdefault((kind, key.value), task)
                yield cls(task, key, None if earlier is task else earlier)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def text(self) -> str:
        """The key."""
        return str(self.node.value)


class TaskInKey:
    """A place in the key of a lock where the text of the bound task itself goes in: `f"sync-{args[0]}"` in a decorator
    of the file, `f"sync-{self}"` in the task."""

    of = Task
    words = Lock.words

    def __init__(self, module: Module, task: Task, node: ast.expr) -> None:
        self.task = task
        self.node = node
        self.span: Span = module.span(node)

    @classmethod
    def find(cls, module: Module) -> Iterable[TaskInKey]:
        taken = [(module.at(Task, lock.function), lock) for lock in module.all(Lock)]
        for decorator in module.all(LockDecorator):
            known = module.at(TaskDecorator, decorator.node)
            wrapper = known.wrapper if known and not known.is_above else None
            taken += [(decorator.task, lock) for lock in decorator.locks if lock.function is wrapper]
        found: dict[ast.AST, TaskInKey] = {}
        for task, lock in taken:
            key = module.scopes.assigned(lock.key) if lock.key else None
            for part in subtree(key) if key and task and task.is_bound else ():
                if task and _is_task(part, lock.function) and _is_spelt_out(module, part):
                    found.setdefault(part, cls(module, task, part))
        return found.values()

    @property
    def text(self) -> str:
        """The expression that is the task."""
        return ast.unparse(self.node)


def _is_template(text: str) -> bool:
    return "{" in text or "%" in text


def _is_task(node: ast.AST, function: Function) -> TypeGuard[ast.expr]:
    """Whether an expression in a task, or in the wrapper of a decorator, is the first thing that it is given."""
    first = first_argument(function)
    if first is not None:
        return is_name(node, first.arg)
    star = Parameters.of(function).star
    return isinstance(node, ast.Subscript) and is_name(node.value, star) and ast.unparse(node.slice) == "0"


def _is_spelt_out(module: Module, node: ast.expr) -> bool:
    """Whether the text of an expression becomes part of another."""
    above = module.index.parents[node]
    while isinstance(above, (ast.IfExp, ast.BoolOp, ast.Tuple)):
        above = module.index.parents[above]
    if isinstance(above, ast.Call):
        return last_name(above.func) in _TEXT_OF and above.func is not node
    return isinstance(above, (ast.FormattedValue, ast.BinOp))
