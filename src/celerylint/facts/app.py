"""What is a Celery app, and what its `task` decorator is given."""

from __future__ import annotations

import ast

from celerylint.celery.names import APP_CLASSES, CURRENT_APPS, OTHER_TASK_LIBRARIES, SHARED_TASK, TASK_CLASSES
from celerylint.celery.options import ONLY_CELERY_OPTIONS
from celerylint.core.settings import matches_any
from celerylint.facts.module import Module


def is_app(module: Module, qualified: str | None, keywords: tuple[str, ...] = ()) -> bool:
    """Whether a qualified name is a Celery app.

    One made in this file is known. One that comes from a module that cannot be seen is taken for an app if its name
    or its module holds the word celery, if the file imports celery, or if it is called with what only Celery takes.
    """
    if qualified is None:
        return bool(ONLY_CELERY_OPTIONS.intersection(keywords))
    if qualified in CURRENT_APPS:
        return True
    if qualified.endswith("()") and is_app_class(module, qualified[:-2]):
        return True
    root = qualified.partition(".")[0].partition("(")[0]
    if qualified.startswith(":") or root in OTHER_TASK_LIBRARIES or root in ("celery", "builtins"):
        return False
    return (
        "celery" in qualified.lower()
        or ("celery" in module.imported and "(" not in qualified)
        or bool(ONLY_CELERY_OPTIONS.intersection(keywords))
    )


def is_app_class(module: Module, qualified: str) -> bool:
    """Whether calling a qualified name makes a Celery app: the class, or one of this file derived from it."""
    if qualified in APP_CLASSES:
        return True
    definition = module.scopes.defined(qualified)
    return isinstance(definition, ast.ClassDef) and not APP_CLASSES.isdisjoint(
        name for name in module.scopes.base_names(definition) if name
    )


def is_task_factory(module: Module, node: ast.AST, keywords: tuple[str, ...] = ()) -> bool:
    """Whether an expression is Celery's own `shared_task` or the `task` of an app."""
    qualified = module.scopes.qualified(node)
    if qualified in SHARED_TASK:
        return True
    if isinstance(node, ast.Attribute) and node.attr == "task" and qualified is None:
        return is_app(module, module.scopes.qualified(node.value), keywords)
    if qualified is None or not qualified.endswith(".task"):
        return False
    return is_app(module, qualified.removesuffix(".task"), keywords)


def is_task_class(module: Module, qualified: str | None) -> bool:
    """Whether a qualified name is Celery's Task, an app's `Task`, or a base that the settings name."""
    if qualified is None:
        return False
    if qualified in TASK_CLASSES or matches_any(qualified, module.settings.task_bases):
        return True
    return qualified.endswith(".Task") and is_app(module, qualified.removesuffix(".Task"))


def creation(module: Module, node: ast.AST) -> ast.Call | None:
    """The call in this file that made the app whose attribute (`app.task`, `app.conf`) an expression is."""
    if not isinstance(node, ast.Attribute):
        return None
    made = module.scopes.assigned(node.value)
    if isinstance(made, ast.Call) and is_app_class(module, module.scopes.qualified(made.func) or ""):
        return made
    return None
