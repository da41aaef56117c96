"""Exceptions of task code that cannot be made again from their `args`, as pickle and Celery do."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.exceptions import PICKLING_METHODS, PLAIN_EXCEPTIONS
from celerylint.core.span import Span
from celerylint.facts.exceptions import takes_in
from celerylint.facts.handler import Handler
from celerylint.facts.module import Module
from celerylint.facts.option_in_effect import in_effect
from celerylint.facts.parameters import Parameters
from celerylint.facts.reach import TaskCode
from celerylint.syntax.index import FUNCTIONS, Function, descendants
from celerylint.syntax.node import is_name, last_name, unpacks


class UnpicklableError:
    """The `__init__` of an exception class of this file, whose `args` are more or fewer than it takes, where task code
    raises it and nothing in the file takes it."""

    of = TaskCode
    words = ("__init__",)

    def __init__(self, code: TaskCode, owner: ast.ClassDef, node: Function) -> None:
        self.code = code
        self.node = node
        self.name = owner.name
        self.span: Span = code.module.source.header(node)

    @classmethod
    def find(cls, module: Module) -> Iterable[UnpicklableError]:
        found: dict[Function, UnpicklableError] = {}
        for code in module.all(TaskCode):
            if all(in_effect(task, "ignore_result") is True for task in code.tasks):
                continue  # nobody is given the exception
            for node in code.all(ast.Raise):
                made = node.exc if isinstance(node.exc, ast.Call) else None
                owner = module.scopes.definition(made.func) if made else None
                if made is None or not isinstance(owner, ast.ClassDef):
                    continue
                method = _own_init(module, owner)
                if method is None or method in found or not _is_lossy(method, made):
                    continue
                if not _is_taken(module, module.scopes.path(owner)):
                    found[method] = cls(code, owner, method)
        return found.values()


def _own_init(module: Module, owner: ast.ClassDef) -> Function | None:
    """The `__init__` of an exception class, if that and plain classes are all there is to say how it is pickled."""
    if not PLAIN_EXCEPTIONS.issuperset(module.scopes.base_names(owner)) or owner.decorator_list:
        return None
    classes = [each for each in module.scopes.ancestry(owner) if each]
    methods = [method for each in classes for method in each.body if isinstance(method, FUNCTIONS)]
    if any(method.name in PICKLING_METHODS for method in methods):
        return None
    made = [method for method in methods if method.name == "__init__"]
    return made[0] if len(made) == 1 and not made[0].decorator_list else None


def _is_lossy(method: Function, made: ast.Call) -> bool:
    """Whether calling the class with the `args` of the exception that a call makes is surely a TypeError."""
    taken = Parameters.of(method).after_first
    count = _count_of_args(method, made)
    if taken.star or count is None:
        return False
    by_place = [name for name in taken.positional if name not in taken.optional]
    only_named = [name for name in taken.required if name not in taken.positional]
    return bool(only_named) or not len(by_place) <= count <= len(taken.positional)


def _count_of_args(method: Function, made: ast.Call) -> int | None:
    """How many `args` the exception has: those that `super().__init__()` is given, or else the call, by place; None if
    that cannot be seen."""
    calls, stores = [], False
    for node in descendants(method):
        if isinstance(node, ast.Attribute) and node.attr == "args" and isinstance(node.ctx, ast.Store):
            stores = True
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "__init__":
            calls.append(node)
    if stores or len(calls) > 1:
        return None
    if not calls:
        return None if unpacks(made) else len(made.args)
    (call,) = calls
    is_super = isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Call)
    is_straight = any(isinstance(statement, ast.Expr) and statement.value is call for statement in method.body)
    if unpacks(call) or call.keywords or not is_straight:
        return None
    if is_super:
        return len(call.args) if last_name(call.func.value.func) == "super" else None  # type: ignore[attr-defined]
    given_self = call.args and is_name(call.args[0], Parameters.of(method).positional[0])
    return len(call.args) - 1 if given_self else None  # `Exception.__init__(self, text)`


def _is_taken(module: Module, path: str) -> bool:
    """Whether some handler of task code takes an exception and does not raise it again."""
    handlers = [handler for handler in module.all(Handler) if not handler.ends_in_raise]
    return any(
        handler.is_broad or any(takes_in(module.scopes, kind, path) for kind in handler.kinds) for handler in handlers
    )
