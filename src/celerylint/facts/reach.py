"""Which code a task runs: the functions of the file that it reaches."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import TypeVar

from celerylint.celery.options import TASK_HOOKS
from celerylint.core.lazy import lazy
from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.parameters import Parameters
from celerylint.facts.task import Task
from celerylint.facts.task_class import TaskClass
from celerylint.syntax.index import FUNCTIONS, Function, in_order
from celerylint.syntax.node import last_name, values_given

_RUN_BY_CELERY = TASK_HOOKS | {"__call__"}
Node = TypeVar("Node", bound=ast.AST)


class TaskCode:
    """A function that a worker runs for a task: its body, a helper it calls, a coroutine it hands to a runner, a hook
    of a task class.

    A function counts as reached as soon as reached code names it, since it may be called by what it is handed to
    (`run_async(execute())`, `async_to_sync(execute)`, `map(convert, rows)`). Another task is not: it runs by itself.
    """

    of = (Task, TaskClass)

    def __init__(self, module: Module, node: Function, tasks: list[Task]) -> None:
        self.module = module
        self.node = node
        self.tasks = tasks
        self.name = node.name

    @classmethod
    def find(cls, module: Module) -> Iterable[TaskCode]:
        reached: dict[Function, TaskCode] = {}
        roots: list[tuple[Function, Task | None]] = [(task.node, task) for task in module.all(Task)]
        for owner in module.all(TaskClass):
            roots += [(method, None) for method in owner.methods if method.name in _RUN_BY_CELERY]
        for root, task in roots:
            waiting, seen = [root], {root}
            while waiting:
                function = waiting.pop()
                code = reached.setdefault(function, cls(module, function, []))
                if task:
                    code.tasks.append(task)
                for other in code.named_functions:
                    if other not in seen and module.at(Task, other) is None:
                        seen.add(other)
                        waiting.append(other)
        return [reached[node] for node in in_order(reached)]

    @lazy
    def span(self) -> Span:
        return self.module.source.header(self.node)

    @property
    def start(self) -> Span:
        """The place of its first statement, a docstring left out."""
        body = self.node.body
        return self.module.span(body[min(ast.get_docstring(self.node) is not None, len(body) - 1)])

    def all(self, kind: type[Node]) -> list[Node]:
        """The nodes of exactly that class in the function's own body, in source order."""
        return self.module.index.own(self.node, kind)

    @lazy
    def calls(self) -> list[ast.Call]:
        """The calls in the function's own body, in source order."""
        return self.all(ast.Call)

    @property
    def withs(self) -> list[ast.With | ast.AsyncWith]:
        """The `with` statements in the function's own body."""
        return [*self.all(ast.With), *self.all(ast.AsyncWith)]

    @lazy
    def named_functions(self) -> list[Function]:
        """The functions and methods of this file that the body names."""
        scopes = self.module.scopes
        found = []
        self.module.index.look_into(self.node)  # it may define what it names
        for node in self.module.index.mentions(self.node, scopes.defining_names):
            definition = scopes.definition(node)
            if isinstance(definition, ast.ClassDef):
                definition = scopes.defined(f"{scopes.path(definition)}.__init__")
            if isinstance(definition, FUNCTIONS) and definition is not self.node:
                found.append(definition)
        return found

    @property
    def is_coroutine(self) -> bool:
        """Whether the function is an `async def`."""
        return isinstance(self.node, ast.AsyncFunctionDef)

    @property
    def is_runner(self) -> bool:
        """Whether the function is one that the settings name as a runner of coroutines."""
        return matches_any(self.name, self.module.settings.async_runners)

    @property
    def is_handed_on(self) -> bool:
        """Whether task code hands the function to something, which may call it in another thread."""
        return self.module.at(HandedFunction, self.node) is not None

    @property
    def is_task(self) -> bool:
        """Whether the function is a task itself."""
        return any(task.node is self.node for task in self.tasks)

    @property
    def is_main(self) -> bool:
        """Whether the function is a task, or the coroutine function that does the work of one."""
        return self.is_task or any(coroutine_of(task) is self.node for task in self.tasks if self.is_coroutine)

    @property
    def is_run_by_celery(self) -> bool:
        """Whether Celery itself calls the function: a task, or a hook of a task class."""
        owner = self.module.at(TaskClass, self.module.index.parents[self.node])
        return self.is_task or (owner is not None and self.name in _RUN_BY_CELERY)

    @property
    def owner_name(self) -> str:
        """The name of the first task that reaches the function, or its own if it is a hook."""
        return self.tasks[0].name if self.tasks else self.name


class TaskCall:
    """A call of a function of this file in task code: who calls it, and with what."""

    of = TaskCode

    def __init__(self, node: ast.Call, function: Function) -> None:
        self.node = node
        self.function = function

    @classmethod
    def find(cls, module: Module) -> Iterable[TaskCall]:
        for code in module.all(TaskCode):
            for call in code.calls:
                function = module.scopes.definition(call.func)
                if isinstance(function, FUNCTIONS):
                    yield cls(call, function)


class HandedFunction:
    """A function of this file that task code hands to something instead of calling it: `node` is the function."""

    of = TaskCode

    def __init__(self, node: Function) -> None:
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[HandedFunction]:
        names = module.scopes.defining_names
        for code in module.all(TaskCode):
            for call in code.calls:
                for value in values_given(call):
                    name = last_name(value)
                    function = module.scopes.definition(value) if name in names else None
                    if isinstance(function, FUNCTIONS):
                        yield cls(function)


def coroutine_of(task: Task) -> ast.AsyncFunctionDef | None:
    """The coroutine function of this file that a task runs, if it calls just one: what that does is the task's work."""
    module = task.module
    if not module.spoken.holds("async"):
        return None
    module.index.look_into(task.node)  # it may define what it calls
    names = module.scopes.defining_names
    calls = (call for call in module.index.own(task.node, ast.Call) if last_name(call.func) in names)
    called = {module.scopes.definition(call.func) for call in calls}
    coroutines = [function for function in called if isinstance(function, ast.AsyncFunctionDef)]
    return coroutines[0] if len(coroutines) == 1 else None


def arguments_for(module: Module, parameter: ast.arg) -> list[ast.expr]:
    """What the calls in task code hand to a parameter of a function of this file."""
    function = module.index.parents[module.index.parents[parameter]]
    if not isinstance(function, FUNCTIONS):
        return []
    positional = Parameters.of(function).positional
    given = []
    is_method = isinstance(module.index.parents[function], ast.ClassDef)
    for call in (made.node for made in module.all(TaskCall) if made.function is function):
        shift = is_method and isinstance(call.func, ast.Attribute)
        position = positional.index(parameter.arg) - shift if parameter.arg in positional else -1
        named = [keyword.value for keyword in call.keywords if keyword.arg == parameter.arg]
        given += named or call.args[position : position + 1 or None] if position >= 0 else named
    return given


def task_code(module: Module, node: ast.AST) -> TaskCode | None:
    """The task code that a node is written in."""
    return module.at(TaskCode, module.index.enclosing_function(node))
