"""What an expression is made of: a task, an app or a canvas, and the methods called on it."""

from __future__ import annotations

import ast
from typing import Literal, NamedTuple

from celerylint.celery.calls import KEEPING, SENDING, SIGNING
from celerylint.celery.names import CANVASES, CELERY, OTHER_TASK_LIBRARIES, SIGNATURES
from celerylint.core.regex import regex
from celerylint.core.settings import matches_word
from celerylint.facts.app import is_app
from celerylint.facts.module import Module
from celerylint.facts.task import Task, task_of

_FOLLOWED = SENDING | SIGNING | KEEPING | {"apply", "AsyncResult", "GroupResult", "freeze"}
OF_APPS = frozenset({"send_task", "signature", "AsyncResult", "GroupResult"})
MAX_LINKS = 50

_APP_NAME = regex(r"^(?:app|celery|\w*celery_?app|\w+_celery)$")
"""What no task is called, though it is imported from `tasks.app`."""


class Origin(NamedTuple):
    """What an expression is made of: a task, an app or a canvas, and the methods called on it, one after the other.

    `is_guessed` means that only the way it is called tells that it is a task.
    """

    kind: Literal["known", "imported", "app", "named", "canvas"]
    task: Task | None
    name: str
    methods: tuple[str, ...] = ()
    is_guessed: bool = False

    @property
    def is_signature(self) -> bool:
        """Whether the methods made a signature and sent nothing."""
        rest = self.methods
        if self.kind == "app":
            return rest[:1] == ("signature",) and KEEPING.issuperset(rest[1:])
        if self.kind in ("canvas", "named"):
            return KEEPING.issuperset(rest)
        return bool(rest) and rest[0] in SIGNING and KEEPING.issuperset(rest[1:])

    @property
    def is_dispatchable(self) -> bool:
        """Whether it can be sent: a task or a signature."""
        return self.is_signature or (not self.methods and self.kind in ("known", "imported"))

    @property
    def before(self) -> Origin:
        """The same without the last method."""
        return self._replace(methods=self.methods[:-1])


def origin_of(module: Module, node: ast.expr, next_method: str = "") -> Origin | None:
    """What an expression is made of; None if that is nothing of Celery's, or not known. `next_method` comes next."""
    qualified = module.scopes.qualified(node)
    if qualified is None:
        return _of_bound(module, node)
    methods: list[str] = []
    while qualified.endswith("()"):
        function = qualified[:-2]
        if function in SIGNATURES or function in CANVASES:
            kind: Literal["named", "canvas"] = "named" if function in SIGNATURES else "canvas"
            return Origin(kind, None, "", tuple(reversed(methods)))
        base, _, method = function.rpartition(".")
        if function.endswith("()"):
            base, method = function, "__call__"
        elif method not in _FOLLOWED or not base.strip("."):
            break
        methods.append(method)
        qualified = base
    called = tuple(reversed(methods))
    definition = module.scopes.defined(qualified)
    task = module.at(Task, definition)
    if task and not task.owner:
        return Origin("known", task, task.name, called)
    place = module.place(qualified)
    if place:
        task = place.module.at(Task, place.node)
        if task and not task.owner:
            return Origin("known", task, task.name, called)
        if not place.node.decorator_list:  # a decorator that is not understood may make a task
            return None
    if is_imported_task(module, qualified):
        return Origin("imported", None, qualified.rpartition(".")[2], called)
    first = (*called, next_method)[0]
    if first in OF_APPS and is_app(module, qualified, guess=first == "send_task"):
        return Origin("app", None, "", called)
    return None


def kept_by(module: Module, node: ast.expr) -> ast.expr:
    """What made a signature, through names for it and methods that give the same: `task.s()` of `task.s().set(...)`."""
    for _ in range(MAX_LINKS):
        node = module.scopes.assigned(node) or node
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in KEEPING):
            break
        node = node.func.value
    return node


def _of_bound(module: Module, node: ast.expr) -> Origin | None:
    """The same for what begins with the bound first parameter: `self.s(1)`, `self.app`."""
    methods: list[str] = []
    for _ in range(MAX_LINKS):
        node = module.scopes.assigned(node) or node
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _FOLLOWED):
            break
        methods.append(node.func.attr)
        node = node.func.value
    called = tuple(reversed(methods))
    if isinstance(node, ast.Attribute) and node.attr == "app" and task_of(module, node.value):
        return Origin("app", None, "", called)
    task = task_of(module, node)
    return Origin("known", task, task.name, called) if task else None


def is_imported_task(module: Module, qualified: str) -> bool:
    """Whether a qualified name is one of a module whose names are tasks, as the settings say."""
    home, _, name = qualified.strip(".").rpartition(".")
    if not home or name[:1].isupper() or _APP_NAME.search(name) or not is_elsewhere(qualified):
        return False
    if module.imports(OTHER_TASK_LIBRARIES) and not module.imports(CELERY):
        return False
    return any(is_part(word, home) for word in module.settings.task_modules)


def is_part(word: str, path: str) -> bool:
    """Whether a settings word is a part of a dotted path, or some of its parts."""
    return f".{word}." in f".{path}." or any(matches_word(part, word) for part in path.split("."))


def is_elsewhere(qualified: str) -> bool:
    """Whether a name is imported from a module that may be the project's, and is not what a call gives."""
    root = qualified.partition(".")[0]
    return "(" not in qualified and root not in OTHER_TASK_LIBRARIES | {"celery", "builtins"} and ":" not in qualified
