"""What is a Celery app, and what its `task` decorator is given."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import NamedTuple

from celerylint.celery.names import APP_CLASSES, CELERY, CURRENT_APPS, OTHER_TASK_LIBRARIES, SHARED_TASK, TASK_CLASSES
from celerylint.celery.options import ONLY_CELERY_OPTIONS
from celerylint.core.settings import matches_any
from celerylint.facts.module import Module
from celerylint.facts.project import Value
from celerylint.syntax.node import last_name

_LOADING = (None, "config_source", "changes", "loader", "fixups")


class OwnTaskClass:
    """An app that is given a task class after it was made: `app.Task = ContextTask`."""

    words = ("Task", "task_cls")

    def __init__(self, node: ast.Attribute) -> None:
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[OwnTaskClass]:
        for node in module.index.all(ast.Assign, "Task", "task_cls"):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in ("Task", "task_cls"):
                    yield cls(target)


def is_app(module: Module, qualified: str | None, keywords: tuple[str, ...] = (), *, guess: bool = True) -> bool:
    """Whether a qualified name is a Celery app.

    One made in this file is known. One that comes from a module that cannot be seen is taken for an app if its name
    or its module holds the word celery, or if it is called with what only Celery takes; as a guess also if the file
    imports celery, and no other library that has tasks.
    """
    only_celery = bool(ONLY_CELERY_OPTIONS.intersection(keywords))
    if qualified is None:
        return only_celery
    if qualified in CURRENT_APPS:
        return True
    if qualified.endswith("()") and is_app_class(module, qualified[:-2]):
        return True
    root = qualified.partition(".")[0].partition("(")[0]
    if qualified.startswith(":") or root in OTHER_TASK_LIBRARIES or root in ("celery", "builtins"):
        return False
    guessed = guess and module.imports(CELERY) and not module.imports(OTHER_TASK_LIBRARIES)
    return "celery" in qualified.lower() or only_celery or (guessed and "(" not in qualified)


def is_app_class(module: Module, qualified: str) -> bool:
    """Whether calling a qualified name makes a Celery app: the class, or one of this file derived from it."""
    if qualified in APP_CLASSES:
        return True
    definition: ast.AST | None = module.scopes.defined(qualified)
    place = module.place(qualified)
    if place:
        module, definition = place
    if not isinstance(definition, ast.ClassDef):
        return False
    return any(is_app_class(module, base) for base in module.scopes.base_names(definition) if base)


def apps(module: Module) -> list[ast.Call]:
    """The calls in a file that make a Celery app."""
    calls = module.index.calls("Celery")
    return [call for call in calls if is_app_class(module, module.scopes.qualified(call.func) or "")]


def app_class_names(module: Module) -> set[str]:
    """The names that the class of an app may go by: a filter, before the costlier look at what is called."""
    words = ("*elery*",)
    imported = (alias for node in module.index.all(ast.ImportFrom, *words) for alias in node.names)
    names = {"Celery", *(alias.asname for alias in imported if alias.asname and alias.name == "Celery")}
    for node in module.index.classes():
        if not names.isdisjoint(map(last_name, node.bases)):
            names.add(node.name)
    return names


def may_load_settings(made: ast.Call) -> bool:
    """Whether an app is made with what may bring settings along that the call does not show."""
    return any(keyword.arg in _LOADING for keyword in made.keywords)


def is_task_factory(module: Module, node: ast.AST, call: ast.Call | None = None) -> bool:
    """Whether an expression is Celery's own `shared_task` or the `task` of an app; `call` is its call, if any."""
    qualified = module.scopes.qualified(node)
    if qualified in SHARED_TASK:
        return True
    keywords = tuple(keyword.arg for keyword in call.keywords if keyword.arg) if call else ()
    if isinstance(node, ast.Attribute) and node.attr == "task" and qualified is None:
        return is_app(module, module.scopes.qualified(node.value), keywords)
    if qualified is None or not qualified.endswith(".task"):
        return False
    base = qualified.removesuffix(".task")
    if call is not None and any(isinstance(argument, ast.Constant) for argument in call.args):
        return base.endswith("()") and is_app(module, base)  # `task("interval")` is how schedulers are called
    # A bare `task` is the decorator of some module.
    return is_app(module, base, keywords, guess=not isinstance(node, ast.Name) or "()" in base)


def is_task_class(module: Module, qualified: str | None) -> bool:
    """Whether a qualified name is Celery's Task, an app's `Task`, or a base that the settings name."""
    if qualified is None:
        return False
    if qualified in TASK_CLASSES or matches_any(qualified, module.settings.task_bases):
        return True
    place = module.place(qualified)
    if place and isinstance(place.node, ast.ClassDef):
        return any(is_task_class(place.module, base) for base in place.module.scopes.base_names(place.node))
    return qualified.endswith(".Task") and is_app(module, qualified.removesuffix(".Task"), guess=False)


class Made(NamedTuple):
    """A call that makes an app, and the file that it stands in."""

    module: Module
    call: ast.Call


def made(module: Module, node: ast.AST) -> Made | None:
    """The call that made the app whose attribute (`app.task`) an expression is, in this file or another."""
    call = creation(module, node)
    if call is not None:
        return Made(module, call)
    found = bound_elsewhere(module, node)
    if found is None or not isinstance(found.node, ast.Call):
        return None
    function = found.module.scopes.qualified(found.node.func)
    return Made(found.module, found.node) if is_app_class(found.module, function or "") else None


def bound_elsewhere(module: Module, node: ast.AST) -> Value | None:
    """What another file of the project binds to the name of the app whose attribute (`app.task`) an expression is."""
    name = module.scopes.imported(node.value) if isinstance(node, ast.Attribute) else None
    return module.project.value(module.source.path, name) if name else None


def creation(module: Module, node: ast.AST) -> ast.Call | None:
    """The call in this file that made the app whose attribute (`app.task`, `app.conf`) an expression is."""
    if not isinstance(node, ast.Attribute):
        return None
    made = module.scopes.assigned(node.value)
    if isinstance(made, ast.Call) and is_app_class(module, module.scopes.qualified(made.func) or ""):
        return made
    return None
