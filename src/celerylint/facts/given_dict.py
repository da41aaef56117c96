"""The dict that an expression stands for, wherever the project has it."""

from __future__ import annotations

import ast

from celerylint.facts.module import Module
from celerylint.facts.project import Value
from celerylint.syntax.value import items

_MAX_LINKS = 5


def given_dict(module: Module, node: ast.expr) -> Value | None:
    """The dict, written out, that an expression stands for, and its file: itself, a variable of this file or another,
    or what an undecorated function of the project returns."""
    for _ in range(_MAX_LINKS):
        if items(node, module.scopes) is not None:
            return Value(module, module.scopes.assigned(node) or node)
        name = module.scopes.imported(node)
        value = module.project.value(module.source.path, name) if name else _returned(module, node)
        if value is None:
            return None
        module, node = value
    return None


def is_whole(value: Value) -> bool:
    """Whether a dict shows all its keys."""
    if isinstance(value.node, ast.Call):
        return not value.node.args and all(keyword.arg for keyword in value.node.keywords)
    return isinstance(value.node, ast.Dict) and None not in value.node.keys


def _returned(module: Module, node: ast.expr) -> Value | None:
    """What the function returns that an expression calls, if it does nothing else with it."""
    call = module.scopes.assigned(node)
    name = module.scopes.qualified(call.func) if isinstance(call, ast.Call) else None
    home, function = module.place(name) or (module, module.scopes.defined(name))
    if not isinstance(function, ast.FunctionDef) or function.decorator_list:
        return None
    returned = [each.value for each in home.index.own(function, ast.Return)]
    given = returned[0] if len(returned) == 1 else None
    if isinstance(given, ast.Name) and len(home.index.names(given.id)) > 2:
        return None  # it may have grown since it was made
    return Value(home, given) if given is not None and not home.index.yields(function) else None
