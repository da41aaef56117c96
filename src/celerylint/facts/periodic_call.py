"""Calls of `add_periodic_task` on a Celery app."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property
from typing import Literal

from celerylint.celery.calls import SENDING
from celerylint.celery.names import APP_SIGNALS, CANVASES
from celerylint.celery.schedules import PERIODIC_TASK_PARAMETERS
from celerylint.core.span import Span
from celerylint.facts.app import is_app
from celerylint.facts.arguments import given_options
from celerylint.facts.dispatch import Dispatch, signature_of
from celerylint.facts.module import Module
from celerylint.facts.near_app import NearApp, own_skeleton
from celerylint.facts.origin import is_imported_task
from celerylint.facts.parameters import Parameters, first_argument, parameter_of
from celerylint.facts.schedule_value import Fault, is_schedule, schedule_fault
from celerylint.facts.task import Task, task_of
from celerylint.facts.task_class import Option
from celerylint.syntax.index import FUNCTIONS, Function
from celerylint.syntax.node import argument, callee
from celerylint.syntax.value import is_timedelta

Misuse = Literal["missing", "sent", "called", "swapped", "text", "function", "chain", "group"]


class PeriodicCall:
    """A call of an app's `add_periodic_task(schedule, signature)`."""

    words = ("add_periodic_task",)

    def __init__(self, module: Module, node: ast.Call) -> None:
        self.module = module
        self.node = node
        self._given, self.is_open = given_options(module, node, PERIODIC_TASK_PARAMETERS)

    @classmethod
    def find(cls, module: Module) -> Iterable[PeriodicCall]:
        calls = module.index.calls("add_periodic_task")
        if any(function.name == "add_periodic_task" for function in module.index.functions() if calls):
            return  # an app of this file has a method of its own
        for call in calls:
            if isinstance(call.func, ast.Attribute) and _is_app_here(module, call.func.value):
                yield cls(module, call)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    def given(self, name: str) -> Option | None:
        """An argument by its name, given by name or by place."""
        return self._given.get(name)

    @property
    def schedule_fault(self) -> Fault | None:
        """What is wrong with the schedule."""
        schedule = self.given("schedule")
        return schedule_fault(self.module, schedule.node) if schedule else None

    @property
    def timedelta_expires(self) -> Span | None:
        """The place of the option `expires`, if that is a timedelta."""
        expires = self.given("expires")
        return expires.span if expires and is_timedelta(expires.node, self.module.scopes) else None

    @property
    def called_span(self) -> Span | None:
        """The place of the call that gives what is sent, if it is written here."""
        is_call = self.sent is not None and isinstance(self.sent.node, ast.Call)
        return self.module.span(self.sent.node) if self.sent and is_call else None

    @property
    def sent(self) -> Option | None:
        """What is to be sent: the second argument."""
        return self.given("sig")

    @property
    def signature(self) -> Dispatch | None:
        """The signature of a task that is to run, if it is one."""
        return signature_of(self.module, self.sent.node) if self.sent else None

    @property
    def task(self) -> Task | None:
        """The task that is to run, if it is one of this file."""
        made = self.signature
        return made.task if made else task_of(self.module, self.sent.node) if self.sent else None

    @property
    def key(self) -> tuple[str, str] | None:
        """What the entry of the call is known by: its name, or the signature if it has none; None if that is open."""
        name = self.given("name")
        if name:
            return ("name", name.value) if isinstance(name.value, str) else None
        made = self.signature
        if self.is_open or self.sent is None or made is None or made.task is None or made.arguments.open:
            return None
        arguments = (argument.node for argument in (*made.arguments.positional, *made.arguments.named))
        if (
            any(isinstance(node, (ast.Name, ast.Call)) for node in arguments)
            or self.given("args")
            or self.given("kwargs")
        ):
            return None
        return "signature", ast.unparse(self.sent.node)

    @property
    def written(self) -> str:
        """What is called in the second argument, as it is written."""
        node = self.module.scopes.assigned(self.sent.node) if self.sent else None
        called = callee(node)
        return ast.unparse(called) if called is not None else ""

    @cached_property
    def misuse(self) -> Misuse | None:
        """Why the second argument is no signature that beat can send."""
        given = self.sent
        if given is None:
            return None if self.is_open else "missing"
        if isinstance(given.value, str):
            return "text"
        node = self.module.scopes.assigned(given.node) or given.node
        if is_schedule(self.module, node):
            return "swapped"
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            sides = (signature_of(self.module, node.left), signature_of(self.module, node.right))
            return "chain" if all(sides) else None
        if isinstance(node, ast.Call):
            return self._misuse_of_call(node)
        return "function" if self._is_plain_function(node) else None

    def _misuse_of_call(self, call: ast.Call) -> Misuse | None:
        function = call.func
        if isinstance(function, ast.Attribute) and function.attr in SENDING:
            return "sent"
        if task_of(self.module, function):
            return "called"
        if isinstance(function, ast.Attribute) and is_imported_task(
            self.module, self.module.scopes.qualified(function.value) or ""
        ):
            return None  # a method of a task: `lend.s()`
        qualified = self.module.scopes.qualified(function) or ""
        if qualified not in CANVASES:
            return "called" if is_imported_task(self.module, qualified) else None
        name = qualified.rpartition(".")[2]
        return "group" if name == "group" else "chain" if name == "chain" else None

    def _is_plain_function(self, node: ast.expr) -> bool:
        """Whether it is a function of this file that nothing makes a task of."""
        if isinstance(node, ast.Lambda):
            return True
        definition = self.module.scopes.definition(node)
        return (
            isinstance(definition, FUNCTIONS)
            and not definition.decorator_list
            and self.module.at(Task, definition) is None
        )


def _is_app_here(module: Module, node: ast.expr, links: int = 3) -> bool:
    """Whether an expression is an app, or a parameter by which one is handed over: by a signal of the app to its
    handler, by a call in this file or in that of an app near it."""
    qualified = module.scopes.qualified(node)
    if qualified is not None and is_app(module, qualified):
        return True
    function, given = parameter_of(module, node) or (None, None)
    if function is None or given is None or not links or isinstance(module.index.parents[function], ast.ClassDef):
        return False
    if first_argument(function) is given and any(map(_is_connect, function.decorator_list)):
        return True
    if _hands_app(module, function, function, given, links):
        return True
    own = None if module.is_elsewhere else own_skeleton(module)
    there = own.scopes.defined(module.scopes.path(function)) if own else None
    homes = {home for near in module.all(NearApp) for home in (near.module, near.made.given.module)} if there else ()
    return any(_hands_app(home, there, function, given, links) for home in homes if home is not own)


def _hands_app(module: Module, node: ast.AST | None, function: Function, given: ast.arg, links: int) -> bool:
    """Whether a file has a function called with an app for one of its parameters, or connects it to a signal of one.
    The node is what the file knows the function as."""
    for call in module.index.calls("connect") if first_argument(function) is given else ():
        if _is_connect(call.func) and call.args and _means(module, call.args[0], node):
            return True
    positional = Parameters.of(function).positional
    place = positional.index(given.arg) if given.arg in positional else len(positional)
    for call in module.index.calls(function.name):
        handed = argument(call, place, given.arg)
        if handed is not None and _means(module, call.func, node) and _is_app_here(module, handed, links - 1):
            return True
    return False


def _means(module: Module, name: ast.expr, node: ast.AST | None) -> bool:
    """Whether an expression names a function of the file, or of another."""
    qualified = module.scopes.qualified(name)
    place = module.place(qualified)
    return (place.node if place else module.scopes.defined(qualified)) is node


def _is_connect(node: ast.expr) -> bool:
    """Whether an expression is the `connect` of an app's signal, or its call: `app.on_after_configure.connect()`."""
    node = callee(node)
    return (
        isinstance(node, ast.Attribute)
        and node.attr == "connect"
        and isinstance(node.value, ast.Attribute)
        and node.value.attr in APP_SIGNALS
    )
