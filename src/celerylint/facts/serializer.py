"""Serializers that are chosen, and those that a worker accepts."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property

from celerylint.celery.serialisation import SERIALIZERS
from celerylint.core.span import Span
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.facts.spelling import distance, nearest
from celerylint.facts.task import Task
from celerylint.syntax.value import UNKNOWN, fold

_PICKLE = frozenset({"pickle", SERIALIZERS["pickle"]})
_CHOSEN_BY = {"task_serializer": "accept_content", "result_serializer": "result_accept_content"}


class Accepted:
    """The content that messages or results may have: `accept_content`, `result_accept_content`."""

    of = Setting
    words = ("*accept_content", "*ACCEPT_CONTENT")

    def __init__(self, setting: Setting) -> None:
        self.setting = setting
        self.module = setting.module
        self.node = setting.module.scopes.assigned(setting.node) or setting.node

    @classmethod
    def find(cls, module: Module) -> Iterable[Accepted]:
        yield from map(cls, Setting.whole(module, *dict.fromkeys(_CHOSEN_BY.values())))

    @cached_property
    def span(self) -> Span:
        """The place of the value."""
        return self.module.span(self.node)

    @property
    def is_text(self) -> bool:
        """Whether it is text, each letter of which is taken for a serializer."""
        return isinstance(self.setting.value, str)

    @cached_property
    def names(self) -> frozenset[str] | None:
        """What is accepted, content types by the serializer's name; None if it does not fold."""
        value = self.setting.value
        if not isinstance(value, tuple):
            return None
        by_type: dict[object, str] = {content_type: name for name, content_type in SERIALIZERS.items()}
        names: list[object] = [by_type.get(part, part) for part in value]
        return None if any(name is UNKNOWN for name in names) else frozenset(map(str, names))

    @property
    def pickle(self) -> Span | None:
        """The place where pickle is listed."""
        parts = self.node.elts if isinstance(self.node, (ast.List, ast.Tuple, ast.Set)) else []
        found = (part for part in parts if fold(part, self.module.scopes) in _PICKLE)
        return next((self.module.span(part) for part in found), None)


class Serializer:
    """A serializer chosen by name: in the settings, as an option of a task or of a call."""

    of = (Setting, Task, Dispatch)
    words = ("*serializer", "*SERIALIZER")

    def __init__(self, module: Module, name: object, span: Span, setting: Setting | None = None) -> None:
        self.module = module
        self.name = name if isinstance(name, str) else ""
        self.span = span
        self._setting = setting

    @classmethod
    def find(cls, module: Module) -> Iterable[Serializer]:
        return (found for found in cls._all(module) if found.name)

    @classmethod
    def _all(cls, module: Module) -> Iterator[Serializer]:
        for setting in Setting.whole(module, *_CHOSEN_BY):
            yield cls(module, setting.value, setting.span, setting)
        for task in module.all(Task):
            for option in task.direct_options:
                if option.name == "serializer":
                    yield cls(module, option.value, option.span)
        for dispatch in module.all(Dispatch):
            given = dispatch.option("serializer")
            if given:
                yield cls(module, given.value, given.span)

    @property
    def is_pickle(self) -> bool:
        """Whether what it makes is a program, which runs when it is read."""
        return self.name in _PICKLE

    @cached_property
    def _accepted(self) -> Accepted | None:
        """What the same source accepts of what it makes, if that can be told."""
        if self._setting is None:
            return None
        own = _CHOSEN_BY[self._setting.canonical or ""]
        for wanted in dict.fromkeys((own, "accept_content")):
            found = [each for each in self.module.all(Accepted) if each.setting.canonical == wanted]
            if found:
                alone = len(found) == 1 and _home(self.module, found[0].setting) is _home(self.module, self._setting)
                return found[0] if alone else None
        return None

    @property
    def is_accepted(self) -> bool | None:
        """Whether those who receive what it makes accept it; None if that cannot be told."""
        names = self._accepted.names if self._accepted else None
        return None if names is None else self.name in names

    @property
    def meant(self) -> str | None:
        """The serializer that a misspelt name was meant to be; others may be the project's own."""
        if self.name in SERIALIZERS:
            return None
        if self.name.lower() in SERIALIZERS:
            return self.name.lower()
        near = nearest(self.name, (name for name in SERIALIZERS if name != "json"))  # `ujson` and `orjson` are others
        return near if near and distance(self.name, near) == 1 else None


def _home(module: Module, setting: Setting) -> ast.AST:
    """The class or module that a setting is written in."""
    around = module.index.ancestors(setting.node)
    return next(above for above in around if isinstance(above, (ast.ClassDef, ast.Module)))
