"""Functions of a project that are handed an app and set its settings, and methods of its class that do."""

from __future__ import annotations

import ast
from typing import NamedTuple

from celerylint.celery.names import APP_CLASSES
from celerylint.facts.app import CONFIGURING, lineage
from celerylint.facts.module import Module
from celerylint.facts.parameters import first_argument
from celerylint.syntax.index import FUNCTIONS, Function
from celerylint.syntax.node import last_name
from celerylint.syntax.value import items

_NO_SETTINGS = frozenset(
    "add_periodic_task log main on_after_configure on_after_finalize send_task set_current set_default signature task "
    "tasks".split()
)
"""What a function may use of an app that changes no setting."""

_OWN_METHODS = frozenset({"__init__", "on_configure", "on_init"})
"""Methods by which a class of apps gives settings to each."""

_LOADING = frozenset({"config_source", "namespace", "changes", "loader", "fixups"})


class ConfiguringFunction(NamedTuple):
    """A function, in which file, and the parameter by which it is handed an app, or is a method of one. What it does
    with that is seen, but for what it has it configured from."""

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


def configuring_methods(module: Module, qualified: str) -> list[ConfiguringFunction | None]:
    """The methods by which the class of an app, or one that it is derived from, gives it settings; None for what may
    give it any."""
    if qualified in APP_CLASSES:
        return []
    found: list[ConfiguringFunction | None] = []
    for home, node, name in lineage(module, qualified):
        if node is None:
            found += [] if name in APP_CLASSES else [None]
            continue
        members = CONFIGURING.intersection(home.scopes.locals(node))
        if node.decorator_list or node.keywords or not members <= _OWN_METHODS:
            found.append(None)
        for part in node.body:
            if isinstance(part, FUNCTIONS):
                found += _configuring_method(home, part)
    return found


def _configuring_method(module: Module, method: Function) -> list[ConfiguringFunction | None]:
    """A method, if it sets settings in any case; None if that may be, or if it may do more."""
    own = first_argument(method)
    uses = [node for node in ast.walk(method) if own and isinstance(node, ast.Name) and node.id == own.arg]
    if method.name not in _OWN_METHODS:
        holders = (module.index.parents[node] for node in uses)
        return [None] if any(last_name(each) in CONFIGURING for each in holders) else []
    if own is None or method.decorator_list or not all(_leaves_alone(module, node) for node in uses):
        return [None]
    deciding = CONFIGURING - {"config_from_object"}
    calls = (node for node in ast.walk(method) if isinstance(node, ast.Call) and last_name(node.func) in deciding)
    return [ConfiguringFunction(module, method, own) if all(_is_of_super(call, method) for call in calls) else None]


def _leaves_alone(module: Module, node: ast.Name) -> bool:
    """Whether a use of an app in a method of its own class sets settings, or changes none."""
    holder = module.index.parents[node]
    if not isinstance(holder, ast.Attribute):
        return False
    is_known = holder.attr in ("conf", "config_from_object") and _is_harmless(module, node)
    return is_known or holder.attr not in CONFIGURING


def _is_of_super(call: ast.Call, method: Function) -> bool:
    """Whether a call is `super().__init__(…)`, and shows all that it brings of its own."""
    handed_on = method.args.kwarg.arg if method.args.kwarg else None
    holder = call.func.value if isinstance(call.func, ast.Attribute) else None
    opened = [keyword.value for keyword in call.keywords if keyword.arg is None]
    is_shown = _LOADING.isdisjoint(keyword.arg for keyword in call.keywords)
    is_shown = is_shown and all(last_name(value) == handed_on for value in opened)
    return isinstance(holder, ast.Call) and last_name(holder.func) == "super" and not holder.args and is_shown


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
    if attribute.attr == "config_from_object":
        return not any(isinstance(above, (ast.If, ast.Try)) for above in module.index.ancestors(attribute))
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
