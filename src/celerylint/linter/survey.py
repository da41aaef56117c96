"""What a project calls things: names that the linter does not know by itself, each with where that can be seen.

Nothing is guessed from how something is called. A name is proposed if code that can be read shows what it does, and if
code around tasks uses it.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Callable, Iterator
from typing import NamedTuple

from celerylint.celery.names import OTHER_TASK_LIBRARIES
from celerylint.core.regex import regex
from celerylint.core.settings import Settings
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.queue_name import QueueName
from celerylint.facts.reach import TaskCode
from celerylint.facts.registered_class import is_registry
from celerylint.facts.registry import Registry
from celerylint.facts.sent_name import SentName
from celerylint.facts.task import Task
from celerylint.linter.all_files import is_aside
from celerylint.linter.check import may_concern_bytes
from celerylint.linter.files import discover
from celerylint.linter.project import ProjectIndex
from celerylint.syntax.node import callee
from celerylint.syntax.source import Source, SourceError, decode, parse
from celerylint.syntax.value import text_of

_POOL = regex(r"(?i)worker_pool\b|celeryd_pool\b")
_SENT = ("delay", "apply_async")
_HELPED = ("task_name", "task")
_ANY_QUEUE = ("?",)
_DEFAULTS = Settings(queues=_ANY_QUEUE)
"""With some queue, all names of queues are facts."""


class Place(NamedTuple):
    """Where something stands: the path of a file, and a line of it."""

    path: str
    line: int


class Use(NamedTuple):
    """A use of a name: where it is, and the call or the decorator."""

    place: Place
    text: str
    node: ast.AST
    task_names: frozenset[str] = frozenset()


class Survey:
    """The uses of names in the code of a project around its tasks, by their qualified names: `called` in task code,
    `decorating` tasks, `sent` by `delay` or `apply_async` though they are no tasks that are known, `scheduling` a task
    by its name; and the names of tasks and queues."""

    def __init__(self, root: str) -> None:
        self.root = root
        self.index = ProjectIndex(root, _DEFAULTS)
        self.called: dict[str, list[Use]] = {}
        self.decorating: dict[str, list[Use]] = {}
        self.sent: dict[str, list[Use]] = {}
        self.scheduling: dict[str, list[Use]] = {}
        self.registered_classes: list[tuple[Place, str]] = []
        self.sent_names: dict[str, list[Place]] = {}
        self.task_names: set[str] = set()
        self.queues: dict[str, list[Place]] = {}
        self.failures: list[str] = []
        """Internal errors, a line each."""
        self.sets_pool = False
        self.tasks = 0
        self.files = 0
        self._wholes: dict[str, Module | None] = {}
        for module in self._modules():
            for look in (self._see_task_code, self._see_dispatches, self._see_names):
                try:
                    look(module)
                except Exception as error:
                    self.fail(module.source.path, error)
            self.sets_pool = self.sets_pool or _POOL.search(module.source.text) is not None
            module.close()

    def _modules(self) -> Iterator[Module]:
        for found in discover([self.root], lambda path: False, force_exclude=False):
            path = os.path.abspath(found.path)
            if found.cause or is_aside(os.path.relpath(path, self.root).replace(os.sep, "/")):
                continue
            module = self._parsed(path, lambda data: may_concern_bytes(data, _DEFAULTS))
            if module:
                self.files += 1
                yield module

    def _parsed(self, path: str, is_wanted: Callable[[bytes], bool]) -> Module | None:
        try:
            with open(path, "rb") as file:
                data = file.read()
            if not is_wanted(data):
                return None
            text = decode(data)
            return Module(Source(path, text, parse(text)), _DEFAULTS, self.index)
        except (OSError, SourceError):
            return None

    def whole(self, path: str) -> Module | None:
        """A file of the project, with what its functions do."""
        if path not in self._wholes:
            self._wholes[path] = self._parsed(path, lambda data: True)
        return self._wholes[path]

    # --- what is seen in a file

    def _see_task_code(self, module: Module) -> None:
        self.tasks += len(module.all(Task))
        for code in module.all(TaskCode):
            names = frozenset(task.name for task in code.tasks)
            for call in code.calls:
                self._note(self.called, module, call.func, call, names)
        for task in module.all(Task):
            for decorator in task.node.decorator_list:
                if decorator is not task.made_by:
                    self._note(self.decorating, module, callee(decorator), decorator)

    def _see_dispatches(self, module: Module) -> None:
        for call in module.index.calls(*_SENT):
            dispatch = module.at(Dispatch, call)
            if isinstance(call.func, ast.Attribute) and (dispatch is None or dispatch.kind == "imported"):
                self._note(self.sent, module, call.func.value, call)
        for call in module.index.calls("register_task", "register"):
            made = module.scopes.qualified(call.args[0]) if len(call.args) == 1 else None
            if made and isinstance(call.func, ast.Attribute) and _registers(module, call.func):
                self.registered_classes.append((_place(module, call), self._meant(module, made.removesuffix("()"))))
        for call in module.index.all(ast.Call):
            if any(word.arg in _HELPED and text_of(word.value, module.scopes) for word in call.keywords):
                self._note(self.scheduling, module, call.func, call)

    def _see_names(self, module: Module) -> None:
        home = self.index.name_of(os.path.abspath(module.source.path))
        for registry in module.all(Registry):
            self.task_names |= {*registry.explicit, *(f"{home}.{name}" for name in registry.implicit)}
        for sent in module.all(SentName):
            self.sent_names.setdefault(sent.name, []).append(_place(module, sent.node))
        for queue in module.all(QueueName):
            self.queues.setdefault(queue.name, []).append(_place(module, queue.node))

    def _note(
        self,
        table: dict[str, list[Use]],
        module: Module,
        named: ast.AST,
        node: ast.AST,
        task_names: frozenset[str] = frozenset(),
    ) -> None:
        """Note the use of a name of another file: what this file defines is known."""
        name = module.scopes.qualified(named)
        if name and "(" not in name and not name.startswith((":", "builtins.")):
            text = module.source.excerpt(module.span(named))
            table.setdefault(name, []).append(Use(_place(module, node), text, node, task_names))

    def _meant(self, module: Module, name: str) -> str:
        """A name as it is known in the whole project."""
        if name.startswith(":"):
            return f"{self.index.name_of(os.path.abspath(module.source.path))}.{name[1:]}"
        return name

    def fail(self, what: str, error: Exception) -> None:
        """Note an internal error."""
        self.failures.append(f"{what}: internal error: {type(error).__name__}: {' '.join(str(error).split())}")

    # --- what is asked

    def shown(self, place: Place) -> str:
        """A place as reports show it."""
        return f"{os.path.relpath(place.path, self.root).replace(os.sep, '/')}:{place.line}"

    def is_of_project(self, name: str) -> bool:
        """Whether a file or folder of the project bears the first part of a dotted name."""
        root = name.partition(".")[0]
        folders = [self.root, os.path.join(self.root, "src")]
        known = {entry.removesuffix(".py") for folder in folders for entry in self.index.listed(folder)}
        return root in known or any(task.partition(".")[0] == root for task in self.task_names)

    def is_of_other_library(self, name: str) -> bool:
        """Whether a name is one of another library that has tasks."""
        return name.partition(".")[0] in OTHER_TASK_LIBRARIES


def _registers(module: Module, function: ast.Attribute) -> bool:
    """`app.register_task`, `app.tasks.register`."""
    is_plain = function.attr == "register_task" or getattr(function.value, "attr", "") == "tasks"
    return is_plain and is_registry(module, function.value)


def _place(module: Module, node: ast.AST) -> Place:
    return Place(os.path.abspath(module.source.path), getattr(node, "lineno", 1))
