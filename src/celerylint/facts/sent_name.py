"""Names of tasks that are sent by name, against the tasks that the file registers."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.regex import regex
from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.app import apps
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.registry import Registry
from celerylint.facts.spelling import nearest
from celerylint.syntax.value import text_of

_OTHER_MODULES = ("include", "imports", "IMPORTS", "autodiscover", "config_from", "register_task", "import_module")
_SHORTEST = 6
_DIGITS = regex(r"\d")


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
    def is_literal(self) -> bool:
        """Whether it is written out in the call."""
        return self.dispatch.has_literal_name

    @property
    def is_external(self) -> bool:
        """Whether another service registers it, as the settings say."""
        return matches_any(self.name, self.module.settings.external_tasks)

    @cached_property
    def is_missing(self) -> bool:
        """Whether the name is that of a task of a file, and the file has no such task."""
        home, _, function = self.name.rpartition(".")
        own = self._registry
        if own is None or self.name in own.explicit or not own.tasks or not self._is_this_module(home):
            return False
        return function not in own.implicit

    @cached_property
    def meant(self) -> str | None:
        """The task of this file that was probably meant: spelt with another case or other signs, or, if the file is
        all there is, almost the same."""
        own = self._registry
        if own is None or self.name in own.explicit:
            return None
        alike = [name for name in sorted(own.explicit) if _plain(name) == _plain(self.name)]
        if not alike and self._is_all_there_is and len(self.name) >= _SHORTEST:
            near = nearest(self.name, sorted(own.explicit))
            alike = [near] if near and _DIGITS.sub("", near) != _DIGITS.sub("", self.name) else []
        return alike[0] if alike else None

    @cached_property
    def _registry(self) -> Registry | None:
        """The tasks of this file, if their names are all known."""
        registry = Registry.of_name(self.module, self.name)
        return None if registry is None or registry.is_open or registry.holds_methods else registry

    def _is_this_module(self, home: str) -> bool:
        """Whether a dotted name is this file's: its path ends so, or the file is called so, and its app after it."""
        if self._registry and self._registry.is_elsewhere:
            return self._registry.is_home(home) and not self.module.project.is_written(
                [self.name], self.module.source.path
            )
        if not self.module.is_called(home):
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
