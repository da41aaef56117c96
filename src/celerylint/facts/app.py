"""What is a Celery app, and what its `task` decorator is given."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from celerylint.celery.names import APP_CLASSES, CELERY, CURRENT_APPS, OTHER_TASK_LIBRARIES, SHARED_TASK, TASK_CLASSES
from celerylint.celery.options import ONLY_CELERY_OPTIONS
from celerylint.core.regex import regex
from celerylint.core.settings import matches_any
from celerylint.facts.module import Module
from celerylint.facts.project import Value
from celerylint.syntax.index import FUNCTIONS
from celerylint.syntax.node import last_name

_CONFIGURING = frozenset(
    "__init__ __new__ __getattr__ __getattribute__ _conf _get_config _load_config _preconf add_defaults "
    "builtin_fixups conf config_from_cmdline config_from_envvar config_from_object configured get_loader "
    "loader loader_cls namespace on_after_configure on_configure on_init setup_defaults task_cls Task".split()
)
"""Members of an app that decide on its settings, or on those of its tasks."""

_CLASS_NAME = regex(r"^[A-Z]\w*Celery|^Celery(?![A-Z_])|^Celery(?:App|Application)$")
_LOADING = (None, "config_source", "changes", "loader", "fixups")


class OwnTaskClass:
    """An app that is given a task class after it was made: `app.Task = ContextTask`."""

    words = ("Task", "task_cls")
    pattern = regex(r"(?:Task|task_cls)[\s)\\]*=(?!=)")

    def __init__(self, node: ast.Attribute) -> None:
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[OwnTaskClass]:
        for node in module.index.all(ast.Assign, "Task", "task_cls"):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in ("Task", "task_cls"):
                    yield cls(target)


def is_app(module: Module, qualified: str | None, keywords: Iterable[str] = (), *, guess: bool = True) -> bool:
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
    return qualified in APP_CLASSES or any(name in APP_CLASSES for _, _, name in _lineage(module, qualified))


def _lineage(module: Module, qualified: str) -> Iterator[tuple[Module, ast.ClassDef | None, str]]:
    """The class that a qualified name means, and all that it is derived from: each with its file, and with a definition
    if the project has it."""
    waiting, seen = [(module, qualified)], set()
    while waiting:
        module, name = waiting.pop()
        definition: ast.AST | None = module.scopes.defined(name)
        place = module.place(name)
        if place:
            module, definition = place
        known = definition if isinstance(definition, ast.ClassDef) else None
        if known not in seen:
            yield module, known, name
            seen.add(known)
            waiting += [(module, module.scopes.qualified(base) or "") for base in known.bases] if known else []
        seen.discard(None)


def is_plain_app_class(module: Module, qualified: str) -> bool:
    """Whether calling a qualified name makes an app with no other settings than those that the app is given: Celery's
    own class, or one of the project that touches nothing of how an app is configured."""
    if qualified in APP_CLASSES:
        return True
    for home, node, name in _lineage(module, qualified):
        if node is None and name not in APP_CLASSES:
            return False
        if node and (node.decorator_list or node.keywords or not _CONFIGURING.isdisjoint(home.scopes.locals(node))):
            return False
    return True


class App:
    """A call that makes a Celery app."""

    words = ("*Celery*",)
    pattern = regex(r"Celery\w*\s*(?:[(,)#\\]|as\b)")

    def __init__(self, node: ast.Call) -> None:
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[App]:
        for call in module.index.calls(*app_class_names(module)):
            if is_app_class(module, module.scopes.qualified(call.func) or ""):
                yield cls(call)


def apps(module: Module) -> list[ast.Call]:
    """The calls in a file that make a Celery app."""
    return [app.node for app in module.all(App)]


def app_class_names(module: Module) -> set[str]:
    """The names that the class of an app may go by: a filter, before the costlier look at what is called."""
    words = ("*elery*",)
    imported = (alias for node in module.index.all(ast.ImportFrom, *words) for alias in node.names)
    names = {"Celery", *(alias.asname or alias.name for alias in imported if _CLASS_NAME.search(alias.name))}
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
    keywords = [keyword.arg for keyword in call.keywords if keyword.arg] if call else []
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
    is_ours = module.place(qualified) is not None
    for home, node, name in _lineage(module, qualified) if is_ours else [(module, None, qualified)]:
        is_told = name == qualified or not name.startswith(":")
        if name in TASK_CLASSES or (is_told and matches_any(name, module.settings.task_bases)):
            return True
        if node is None and name.endswith(".Task") and is_app(home, name.removesuffix(".Task"), guess=False):
            return True
    return False


class Made(NamedTuple):
    """A call that makes an app, and the file that it stands in."""

    module: Module
    call: ast.Call


def made_elsewhere(module: Module, node: ast.AST) -> Made | None:
    """The call in another file that made the app whose attribute (`app.task`) an expression is."""
    found = bound_elsewhere(module, node)
    call = made_by(found.module, found.node) if found else None
    return Made(found.module, call) if found and call else None


def bound_elsewhere(module: Module, node: ast.AST) -> Value | None:
    """What another file of the project binds to the name of the app whose attribute (`app.task`) an expression is."""
    name = module.scopes.imported(node.value) if isinstance(node, ast.Attribute) else None
    return module.project.value(module.source.path, name) if name else None


def creation(module: Module, node: ast.AST) -> ast.Call | None:
    """The call in this file that made the app whose attribute (`app.task`, `app.conf`) an expression is."""
    return made_by(module, module.scopes.assigned(node.value)) if isinstance(node, ast.Attribute) else None


def made_by(module: Module, node: ast.AST | None) -> ast.Call | None:
    """The call that makes the app which an expression of the file gives: the expression itself, or the one call in a
    function of the file that returns what it makes."""
    if not isinstance(node, ast.Call):
        return None
    if is_app_class(module, module.scopes.qualified(node.func) or ""):
        return node
    function = module.scopes.definition(node.func)
    if not isinstance(function, FUNCTIONS) or function.decorator_list:
        return None
    given = [each.value for each in module.index.own(function, ast.Return)]
    value = module.scopes.assigned(given[0]) if len(given) == 1 and given[0] else None
    is_app = isinstance(value, ast.Call) and is_app_class(module, module.scopes.qualified(value.func) or "")
    return value if is_app else None  # type: ignore[return-value]
