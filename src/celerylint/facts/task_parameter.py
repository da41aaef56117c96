"""The parameters of a task's function, one by one."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.core.lazy import lazy
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.parameters import default_of, first_argument
from celerylint.facts.task import Task
from celerylint.syntax.node import ORDERINGS, is_none, names_in

_TASK_NAMES = ("self", "task", "cls")
_PLAIN_TYPES = frozenset(
    [f"builtins.{name}" for name in "int str float bool bytes list dict set tuple frozenset".split()]
    + [f"typing.{name}" for name in "List Dict Set Tuple FrozenSet Sequence Iterable Mapping".split()]
    + [f"collections.abc.{name}" for name in "Sequence Iterable Mapping".split()]
    + ["datetime.date", "datetime.datetime", "datetime.timedelta", "decimal.Decimal", "uuid.UUID"]
)
_DATA_CALLS = frozenset(
    [f"builtins.{name}" for name in "int float len range sum sorted enumerate open".split()]
    + ["json.loads", "pathlib.Path", "os.path.join", "os.path.exists", "uuid.UUID"]
)
_ARITHMETIC = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv)


class TaskParameter:
    """A parameter of a task's function that has a name; the task itself included if it is bound."""

    of = Task

    def __init__(self, task: Task, node: ast.arg, is_first: bool) -> None:
        self.task = task
        self.module = task.module
        self.node = node
        self.name = node.arg
        self.is_first = is_first
        """Whether it is the first that may be given by place."""

    @classmethod
    def find(cls, module: Module) -> Iterable[TaskParameter]:
        for task in module.all(Task):
            arguments = task.node.args
            first = first_argument(task.node)
            for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
                yield cls(task, argument, argument is first)

    @lazy
    def default(self) -> ast.expr | None:
        """What it is if nothing is given."""
        return default_of(self.task.node, self.name)

    @lazy
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def has_value(self) -> bool:
        """Whether its default is something other than None."""
        return self.default is not None and not is_none(self.default)

    @property
    def is_used(self) -> bool:
        """Whether the body names it, or may read it without naming it (`locals()`)."""
        names = {node.id for node in names_in(self.task.node)}
        return not names.isdisjoint({self.name, "locals", "vars", "eval", "exec"})

    @property
    def is_data(self) -> bool:
        """Whether it is plainly no task: annotated as a plain type, counted with, or iterated over."""
        if any(word in self.name.lower() for word in _TASK_NAMES):
            return False
        if self.node.annotation is not None:
            return self._is_annotated_as_data(self.node.annotation)
        self.module.index.look_into(self.task.node)
        nodes = (node for node in names_in(self.task.node) if node.id == self.name)
        return any(self._is_this(node) and self._is_data_use(node) for node in nodes)

    def _is_annotated_as_data(self, annotation: ast.expr) -> bool:
        scopes = self.module.scopes
        outer = annotation.value if isinstance(annotation, ast.Subscript) else annotation
        instance = scopes.qualified(self.node) or ""
        return scopes.qualified(outer) in _PLAIN_TYPES or instance.removesuffix("()") in _PLAIN_TYPES

    def _is_this(self, node: ast.Name) -> bool:
        bindings = self.module.scopes.bindings(node)
        return len(bindings) == 1 and bindings[0].node is self.node

    def _is_data_use(self, node: ast.Name) -> bool:
        above = self.module.index.parents[node]
        if isinstance(above, ast.BinOp) and isinstance(above.op, _ARITHMETIC):
            return isinstance(above.left if above.right is node else above.right, ast.Constant)
        if isinstance(above, ast.Compare):
            is_ordered = len(above.ops) == 1 and isinstance(above.ops[0], ORDERINGS)
            other = above.comparators[0] if above.left is node else above.left
            return is_ordered and isinstance(other, ast.Constant)
        if isinstance(above, (ast.For, ast.AsyncFor, ast.comprehension)):
            return above.iter is node
        if isinstance(above, ast.Subscript):
            return above.value is node
        return (
            isinstance(above, ast.Call)
            and above.func is not node
            and self.module.scopes.qualified(above.func) in _DATA_CALLS
        )
