"""Calls of `autodiscover_tasks`, by which an app finds its task modules."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.app import creation, is_app
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task
from celerylint.facts.task_class import Part
from celerylint.syntax.node import argument, unpacks
from celerylint.syntax.value import UNKNOWN, fold

_OWN_DISCOVERY = ("fixups", "loader", None)
_DOTTED_NAME = regex(r"[^\s./\\*]+(\.[^\s./\\*]+)*")  # not only identifiers: Python imports `my-app` too


class Misspelt(NamedTuple):
    """A package that is no dotted name, where, and the dotted name that was probably meant."""

    name: str
    span: Span
    better: str


class Autodiscover:
    """A call of an app's `autodiscover_tasks(packages, related_name)`."""

    words = ("autodiscover_tasks",)

    def __init__(self, module: Module, node: ast.Call) -> None:
        self.module = module
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[Autodiscover]:
        for call in module.index.calls("autodiscover_tasks"):
            function = call.func
            if not isinstance(function, ast.Attribute):
                continue
            is_own = module.scopes.definition(function) is not None
            if not is_own and is_app(module, module.scopes.qualified(function.value), guess=False):
                yield cls(module, call)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @property
    def packages(self) -> Part | None:
        """The packages if they are given as one text, which Celery takes for a list of letters."""
        node = argument(self.node, 0, "packages")
        value = fold(node, self.module.scopes)
        return Part(value, self.module.span(node)) if node and isinstance(value, str) and value else None

    @property
    def is_one_package(self) -> bool:
        """Whether that text is written out there, and the dotted name of one package."""
        node = argument(self.node, 0, "packages")
        return (
            isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(_DOTTED_NAME.fullmatch(node.value))
        )

    @property
    def names_nothing(self) -> bool:
        """Whether no package is named at all."""
        node = argument(self.node, 0, "packages")
        return not unpacks(self.node) and (node is None or fold(node, self.module.scopes) in (None, (), ""))

    @property
    def may_be_django(self) -> bool:
        """Whether Django, or a loader of the project's own, may name the packages."""
        made = creation(self.module, self.node.func)
        text = self.module.source.text
        if made is None or "django" in text.lower() or "namespace" in text:
            return True
        return any(keyword.arg in _OWN_DISCOVERY for keyword in made.keywords)

    @property
    def may_be_needless(self) -> bool:
        """Whether the app may know its tasks without it: they are written or imported here, or named by a setting, or
        settings come from where they cannot be seen."""
        module = self.module
        if module.all(Task) or Setting.named(module, "include", "imports"):
            return True
        for call in module.index.calls("config_from_object", "config_from_envvar", "add_defaults", "update"):
            given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg is None)]
            if any(not isinstance(each, ast.Dict) for each in given):
                return True
        imports = [(alias.name, "") for node in module.index.all(ast.Import, "import") for alias in node.names]
        froms = [node for node in module.index.all(ast.ImportFrom, "import") if node.module != "celery"]
        imports += [(alias.name, node.module or "") for node in froms for alias in node.names]
        return any("task" in name or "task" in package for name, package in imports)

    @property
    def names(self) -> list[Part]:
        """The packages that are given in a list, as far as they are known."""
        node = argument(self.node, 0, "packages")
        node = self.module.scopes.assigned(node) if node else None
        parts = node.elts if isinstance(node, (ast.List, ast.Tuple, ast.Set)) else ()
        texts = ((fold(part, self.module.scopes), self.module.span(part)) for part in parts)
        return [Part(text, span) for text, span in texts if isinstance(text, str) and text]

    @property
    def related_name(self) -> object:
        """What Celery looks for in each package: `tasks` unless the call says otherwise; UNKNOWN if that cannot be
        seen."""
        node = argument(self.node, 1, "related_name")
        return UNKNOWN if unpacks(self.node) else "tasks" if node is None else fold(node, self.module.scopes)

    @property
    def misspelt(self) -> list[Misspelt]:
        """The packages that are no dotted names: paths, patterns, relative names."""
        found = []
        for name, span in self.names:
            if not _is_dotted_name(name):
                words = [word for word in re.split(r"\W+", name.removesuffix(".py")) if word]
                found.append(Misspelt(name, span, ".".join(words)))
        return found

    @property
    def bad_related_name(self) -> Part | None:
        """A related name that no module inside a package can have: a list of names, a path."""
        node = argument(self.node, 1, "related_name")
        value = fold(node, self.module.scopes)
        if node is None or value is UNKNOWN or value is None:
            return None
        if isinstance(value, str) and (not value or _is_dotted_name(value)):
            return None
        return Part(self.module.source.excerpt(self.module.span(node)), self.module.span(node))


def _is_dotted_name(text: str) -> bool:
    return _DOTTED_NAME.fullmatch(text) is not None
