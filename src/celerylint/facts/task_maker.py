"""What makes tasks of functions: the decorators of Celery, and those of a project that are made of them."""

from __future__ import annotations

import ast
from typing import NamedTuple

from celerylint.celery.names import SHARED_TASK
from celerylint.core.settings import matches_any
from celerylint.facts.app import is_task_factory
from celerylint.facts.module import Module
from celerylint.facts.parameters import Parameters
from celerylint.facts.task_class import Options
from celerylint.syntax.index import FUNCTIONS, Function, descendants


class Maker(NamedTuple):
    """What turns a function into a task: the options it gives, and whether it puts another function in its place."""

    options: Options
    factory: ast.expr
    wraps: bool = False


def maker_of(module: Module, node: ast.expr, direct: bool) -> Maker | None:
    """What an expression in the place of a decorator makes of a function, if it makes a task of it."""
    call = node if isinstance(node, ast.Call) else None
    factory = call.func if call else node
    if isinstance(factory, ast.Attribute) and not _may_make_tasks(module, factory.attr):
        return None
    qualified = module.scopes.qualified(factory)
    place = None if qualified in SHARED_TASK else module.place(qualified)
    if place and isinstance(place.node, FUNCTIONS):
        made = _own_maker(place.module, place.node, Options.of_call(module, call, direct))
        if made:
            return made._replace(factory=factory)  # the app is one of the other file
    if is_task_factory(module, factory, call):
        options = Options.of_call(module, call, direct)
        partial = module.scopes.assigned(factory)
        if isinstance(partial, ast.Call) and module.scopes.qualified(partial.func) == "functools.partial":
            options = options.over(Options.of_call(module, partial, direct=False))
            factory = partial.args[0]
        elif isinstance(partial, ast.Call):
            options = options.over(Options.of_call(module, partial, direct=False))
            factory = partial.func
        return Maker(options, factory)
    if qualified and not qualified.startswith(":") and matches_any(qualified, module.settings.task_decorators):
        return Maker(Options(Options.of_call(module, call, direct).named, True), factory, wraps=True)
    definition = module.scopes.definition(factory)
    if isinstance(definition, FUNCTIONS):
        return _own_maker(module, definition, Options.of_call(module, call, direct))
    return None


def _may_make_tasks(module: Module, name: str) -> bool:
    """Whether an attribute of that name can make a task: a filter, before the costlier look at what it is."""
    if name in ("task", "shared_task") or name in module.scopes.defining_names:
        return True
    words = module.settings.task_decorators
    return bool(words) and matches_any(name, tuple(word.rpartition(".")[2] for word in words))


def _own_maker(module: Module, function: Function, given: Options) -> Maker | None:
    """What a decorator of the project gives a task, if what it returns was made by Celery's."""
    returned = [node.value for node in descendants(function) if isinstance(node, ast.Return) and node.value]
    for value in returned:
        inner = value.func if isinstance(value, ast.Call) and isinstance(value.func, ast.Call) else value
        if not isinstance(inner, ast.Call):
            continue
        options = Options.of_call(module, inner, direct=False)
        if is_task_factory(module, inner.func, inner):
            passed_on = Parameters.of(function).double_star
            handed = any(
                keyword.arg is None and isinstance(keyword.value, ast.Name) and keyword.value.id == passed_on
                for keyword in inner.keywords
            )
            applied = value is not inner or bool(inner.args)
            wrapped = applied and not _is_parameter(value, function)
            own = Options({name: option.indirect() for name, option in given.named.items()}, given.open)
            closed = Options(options.named, given.open or (options.open and not handed))
            return Maker(own.over(closed) if handed else closed, inner.func, wrapped)
    return None


def _is_parameter(call: ast.expr, function: Function) -> bool:
    """Whether the one argument of a call is a parameter of the function or of one nested in it."""
    arguments = call.args if isinstance(call, ast.Call) else []
    if len(arguments) != 1 or not isinstance(arguments[0], ast.Name):
        return False
    functions = [function, *(node for node in descendants(function) if isinstance(node, FUNCTIONS))]
    return any(arguments[0].id in Parameters.of(owner).positional for owner in functions)
