"""Names of tasks that are sent by name, against the tasks that the file registers."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.app import apps
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.spelling import nearest
from celerylint.facts.task import Task
from celerylint.syntax.value import text_of

_OTHER_MODULES = ("include", "imports", "IMPORTS", "autodiscover", "config_from", "register_task", "import_module")
_SHORTEST = 6
_DIGITS = re.compile(r"\d")


class Registered:
    """The names of the tasks that a file registers: one fact a file.

    `given` are written there; `own` are functions whose task is called `module.function`.
    """

    words = Task.words

    def __init__(self, module: Module) -> None:
        options = [(task, task.option("name")) for task in module.all(Task)]
        names = [option.value for _, option in options if option]
        self.is_known = all(isinstance(name, str) for name in names) and not any(
            task.options.open or task.owner or task.is_method for task, _ in options
        )
        self.given = frozenset(name for name in names if isinstance(name, str))
        self.own = frozenset(task.node.name for task, option in options if option is None)

    @classmethod
    def find(cls, module: Module) -> Iterable[Registered]:
        yield cls(module)


def _is_scheduled(dispatch: Dispatch) -> bool:
    """Whether a signature is handed to `add_periodic_task`, of which schedule-unknown-task speaks."""
    call = dispatch.module.index.parents[dispatch.node]
    return isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "add_periodic_task"


class SentName:
    """The name in `app.send_task("name")`, `app.signature("name")`, `signature("name")`."""

    of = Dispatch
    words = ("send_task", "signature", "Signature", "maybe_signature")

    def __init__(self, dispatch: Dispatch, name: str) -> None:
        self.dispatch = dispatch
        self.module = dispatch.module
        self.node = dispatch.node
        self.name = name

    @classmethod
    def find(cls, module: Module) -> Iterable[SentName]:
        for dispatch in module.all(Dispatch):
            if dispatch.method in ("send_task", "signature") and dispatch.task_name and not _is_scheduled(dispatch):
                yield cls(dispatch, dispatch.task_name)

    @cached_property
    def span(self) -> Span:
        return self.dispatch.name_span

    @property
    def is_external(self) -> bool:
        """Whether another service registers it, as the settings say."""
        return matches_any(self.name, self.module.settings.external_tasks)

    @cached_property
    def is_missing(self) -> bool:
        """Whether the name is that of a task of this file, and the file has no such task."""
        home, _, function = self.name.rpartition(".")
        own = self._registered
        if own is None or self.name in own.given or not (own.own or own.given) or not self._is_this_module(home):
            return False
        return function not in own.own

    @cached_property
    def meant(self) -> str | None:
        """The task of this file that was probably meant: spelt with another case or other signs, or, if the file is
        all there is, almost the same."""
        own = self._registered
        if own is None or self.name in own.given:
            return None
        alike = [name for name in sorted(own.given) if _plain(name) == _plain(self.name)]
        if not alike and self._is_all_there_is and len(self.name) >= _SHORTEST:
            near = nearest(self.name, sorted(own.given))
            alike = [near] if near and _DIGITS.sub("", near) != _DIGITS.sub("", self.name) else []
        return alike[0] if alike else None

    @property
    def _registered(self) -> Registered | None:
        return next((own for own in self.module.all(Registered) if own.is_known), None)

    def _is_this_module(self, home: str) -> bool:
        """Whether a dotted name is this file's: its path ends so, or the file is called so, and its app after it."""
        path = self.module.source.path.replace("\\", "/").removesuffix(".py").removesuffix("/__init__")
        if not f"/{path}".endswith("/" + home.replace(".", "/")):
            return False
        mains = [text_of(call.args[0], self.module.scopes) for call in apps(self.module) if call.args]
        return "." in home or home in mains

    @property
    def _is_all_there_is(self) -> bool:
        """Whether the file makes the app and takes tasks from no other module."""
        if any(word in self.module.source.text for word in _OTHER_MODULES):
            return False
        return bool(apps(self.module))


def _plain(name: str) -> str:
    return name.lower().replace("-", "_").replace(":", ".").replace("/", ".")
