"""Hooks of tasks: the methods that Celery calls around a run, and `__call__`, by which it runs."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.options import HOOK_PARAMETERS
from celerylint.core.span import Span
from celerylint.facts.app import OwnTaskClass
from celerylint.facts.module import Module
from celerylint.facts.task import Task
from celerylint.facts.task_class import TaskClass
from celerylint.facts.task_option import GivenOption
from celerylint.syntax.index import FUNCTIONS, Function, descendants


class TaskHook:
    """A function that Celery calls as a hook: a method of a task class, or one given as an option or attribute."""

    of = (Task, TaskClass)

    def __init__(self, name: str, node: Function, span: Span, is_option: bool, is_static: bool) -> None:
        self.name = name
        self.node = node
        self.span = span
        self.is_option = is_option
        self._is_static = is_static

    @classmethod
    def find(cls, module: Module) -> Iterable[TaskHook]:
        for owner in module.all(TaskClass):
            for method in owner.methods:
                if isinstance(method, ast.AsyncFunctionDef):
                    continue  # async-task speaks
                decorators = [module.scopes.qualified(decorator) for decorator in method.decorator_list]
                if method.name in HOOK_PARAMETERS and decorators in ([], ["builtins.staticmethod"]):
                    span = module.source.header(method)
                    yield cls(method.name, method, span, False, bool(decorators))
        for option in module.all(GivenOption):
            if option.name not in HOOK_PARAMETERS or isinstance(module.scopes.assigned(option.node), ast.Call):
                continue  # a `partial` is no function, and so is given no task
            function = module.scopes.definition(option.node)
            if isinstance(function, FUNCTIONS) and not function.decorator_list:
                yield cls(option.name, function, option.span, True, False)

    @property
    def passed(self) -> tuple[str, ...]:
        """What Celery passes, in its order; the task itself comes before it."""
        given = HOOK_PARAMETERS[self.name]
        return given if self._is_static else ("self", *given)

    @property
    def accepts(self) -> bool:
        """Whether the function can be called with that many arguments by place."""
        arguments = self.node.args
        plain = [*arguments.posonlyargs, *arguments.args]
        needed = len(plain) - len(arguments.defaults)
        if any(default is None for default in arguments.kw_defaults) or len(self.passed) < needed:
            return False
        return arguments.vararg is not None or len(self.passed) <= len(plain)

    @property
    def lacks_only_self(self) -> bool:
        """Whether the function takes all that Celery passes, but no task before it."""
        return len(self.node.args.posonlyargs) + len(self.node.args.args) == len(self.passed) - 1


class CallMethod:
    """The `__call__` of a task class: what a worker calls in place of `run`."""

    of = TaskClass

    def __init__(self, owner: TaskClass, node: Function) -> None:
        self.owner = owner
        self.module = owner.module
        self.node = node
        self.name = f"{owner.name}.__call__"
        self.span = self.module.source.header(node)

    @classmethod
    def find(cls, module: Module) -> Iterable[CallMethod]:
        for owner in module.all(TaskClass):
            for method in owner.methods:
                is_plain = isinstance(method, ast.FunctionDef) and not method.decorator_list
                if method.name == "__call__" and is_plain:
                    yield cls(owner, method)

    @property
    def is_of_base(self) -> bool:
        """Whether there surely is a `run` to be called: one of the class, or the function of a task it is base of."""
        named = self.owner.options.named.get("abstract")
        if "run" in self.owner.method_names or (named and named.value is True) or self.module.all(OwnTaskClass):
            return True
        return any(task.base is self.owner for task in self.module.all(Task))

    @property
    def may_run(self) -> bool:
        """Whether it names `run` or another `__call__`, hands the task on to what may run it, or ends by raising."""
        first = (self.node.args.posonlyargs + self.node.args.args)[:1]
        itself = first[0].arg if first else ""
        parents = self.module.index.parents
        self.module.index.look_into(self.node)
        for node in descendants(self.node):
            if isinstance(node, ast.Attribute) and node.attr in ("run", "__call__", "__wrapped__"):
                return True
            if isinstance(node, ast.Name) and node.id == "super":
                return True
            if isinstance(node, ast.Name) and node.id == itself:
                above = parents[node]
                called = parents[above]
                if not isinstance(above, ast.Attribute) or (isinstance(called, ast.Call) and called.func is above):
                    return True  # `self.execute()` may call it, and so may whoever is handed `self`
        return isinstance(self.node.body[-1], ast.Raise)

    @property
    def drops_result(self) -> bool:
        """Whether what `run` gives is thrown away: it is called as a statement, or its value is given a name, and
        nothing is ever returned."""
        index = self.module.index
        ignored = self.owner.options.named.get("ignore_result")
        if ignored and ignored.value is True:
            return False
        if any(node.value is not None for node in index.own(self.node, ast.Return)):
            return False
        runs = [
            node
            for node in descendants(self.node, FUNCTIONS)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("run", "__call__")
            and _is_task(self.module, node.func.value)
        ]
        return bool(runs) and all(isinstance(index.parents[run], (ast.Expr, ast.Assign)) for run in runs)


def _is_task(module: Module, node: ast.expr) -> bool:
    """`self`, `super()`."""
    if isinstance(node, ast.Call):
        return module.scopes.qualified(node.func) == "builtins.super"
    definition = module.scopes.qualified(node) or ""
    return definition.endswith("()") and definition.startswith(":")
