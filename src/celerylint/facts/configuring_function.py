"""Functions of a project that are handed an app and set its settings."""

from __future__ import annotations

import ast
from typing import NamedTuple

from celerylint.facts.module import Module
from celerylint.syntax.index import FUNCTIONS, Function
from celerylint.syntax.node import last_name
from celerylint.syntax.value import items

_NO_SETTINGS = frozenset(
    "add_periodic_task log main on_after_configure on_after_finalize send_task set_current set_default signature task "
    "tasks".split()
)
"""What a function may use of an app that changes no setting."""


class ConfiguringFunction(NamedTuple):
    """A function, in which file, and the parameter by which it is handed an app. All that it does with that is seen."""

    module: Module
    node: Function
    parameter: ast.arg


def configuring_function(module: Module, call: ast.Call, given: ast.expr) -> ConfiguringFunction | None:
    """The function of the project that a call hands an app to; None if it may do more than set settings of it."""
    name = module.scopes.qualified(call.func)
    place = module.place(name)
    home, node = place or (module, module.scopes.defined(name))
    if (
        not isinstance(node, ast.FunctionDef)
        or node.decorator_list
        or isinstance(home.index.parents[node], ast.ClassDef)
    ):
        return None
    parameters = [*node.args.posonlyargs, *node.args.args]
    if given in call.args:
        place_of = call.args.index(given)
        found = parameters[place_of] if place_of < len(parameters) else None
    else:
        names = {keyword.arg for keyword in call.keywords if keyword.value is given}
        found = next((each for each in (*parameters, *node.args.kwonlyargs) if each.arg in names), None)
    starred = any(isinstance(each, ast.Starred) for each in call.args)
    if found is None or starred or home.index.yields(node) or not _only_sets(home, node, found.arg):
        return None
    return ConfiguringFunction(home, node, found)


def _only_sets(module: Module, function: Function, name: str) -> bool:
    """Whether all uses of a parameter are seen to set settings, or to change none."""
    if len(module.scopes.bound(function, name)) != 1:
        return False
    uses = [node for node in ast.walk(function) if isinstance(node, ast.Name) and node.id == name]
    own = set(module.index.own(function, ast.Name))
    return own.issuperset(uses) and all(_is_harmless(module, node) for node in uses)


def _is_harmless(module: Module, node: ast.Name) -> bool:
    parents = module.index.parents
    attribute = parents[node]
    if not isinstance(attribute, ast.Attribute):
        return isinstance(attribute, ast.Return)
    if attribute.attr != "conf":
        return attribute.attr in _NO_SETTINGS
    holder = parents[attribute]
    if isinstance(holder, ast.Subscript):
        return holder.value is attribute
    call = parents[holder]
    if not isinstance(holder, ast.Attribute) or not isinstance(call, ast.Call) or call.func is not holder:
        return isinstance(holder, ast.Attribute)
    shown = all(items(each, module.scopes) is not None for each in call.args) and all(
        each.arg for each in call.keywords
    )
    whole = all(None not in getattr(module.scopes.assigned(each), "keys", ()) for each in call.args)
    return last_name(holder) == "update" and shown and whole


def is_in(function: ConfiguringFunction, node: ast.AST) -> bool:
    """Whether something stands in the function itself."""
    above = function.module.index.ancestors(node)
    return next((each for each in above if isinstance(each, FUNCTIONS)), None) is function.node
