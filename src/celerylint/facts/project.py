"""The door to the other files of a project."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from celerylint.syntax.elsewhere import NOWHERE, Elsewhere
from celerylint.syntax.index import Definition

if TYPE_CHECKING:
    from celerylint.facts.effects import Effects
    from celerylint.facts.module import Module


class Place(NamedTuple):
    """A definition of another file. The module is a skeleton."""

    module: Module
    node: Definition


class Value(NamedTuple):
    """The expression that a name of another file stands for."""

    module: Module
    node: ast.expr


class Project(Protocol):
    """What other files say. Nobody knowing is an answer too."""

    def seen_from(self, path: str) -> Elsewhere:
        """What names mean for a file that imports them."""

    def place(self, name: str) -> Place | None:
        """The function, method or class of a file of the project with a qualified name."""

    def value(self, path: str, imported: str) -> Value | None:
        """What is assigned, in a file of the project, to a name that the file with that path imports."""

    def module_called(self, path: str, dotted: str) -> Module | None:
        """The module that the file with that path would import by a dotted name."""

    def meaning(self, path: str, name: str) -> str:
        """What a qualified name in the file with that path is known as in the whole project."""

    def effects(self, name: str) -> Effects | None:
        """What the function of the project does that a name has in the whole project."""

    def is_written(self, texts: Iterable[str], *but_in: str) -> bool:
        """Whether another Python file of the project than these holds one of the texts."""

    def tested_words(self) -> frozenset[str]:
        """Every word in the test files of the project; none without test files."""

    def speaks_of(self, word: str, but_in: str) -> bool:
        """Whether another Python file of the project, tests left out, holds a word."""

    def is_written_in_code(self, texts: Iterable[str], *but_in: str) -> bool:
        """The same as `is_written`, tests left out."""

    def may_load(self, module: Module, tasks: Iterable[str]) -> bool:
        """Whether another file of the project may load one: it imports it, or names it otherwise than in the name of
        one of these tasks. Tests do not count, and a test, an example or a copy may always be loaded."""

    def naming(self, name: str, but_in: str) -> list[Module]:
        """The other files of the project in which a task may be given a name, but for tests, examples and copies."""

    def chooses(self, one: Module, other: Module) -> bool:
        """Whether a file of the project imports two others where it may be one or the other."""

    def app_files(self) -> list[Module]:
        """The files of the project in which an app may be made, but for tests, examples and copies."""

    def path_of(self, module: Module) -> str:
        """The path of a file from the root of the project."""

    def beside(self, path: str, level: int = 1) -> frozenset[str]:
        """The names of the modules in the folder of a file, as `from . import name` finds them; with a higher level in
        a folder above."""


class _UnknownProject:
    def seen_from(self, path: str) -> Elsewhere:
        return NOWHERE

    def place(self, name: str) -> Place | None:
        return None

    def value(self, path: str, imported: str) -> Value | None:
        return None

    def module_called(self, path: str, dotted: str) -> Module | None:
        return None

    def meaning(self, path: str, name: str) -> str:
        return name

    def effects(self, name: str) -> Effects | None:
        return None

    def is_written(self, texts: Iterable[str], *but_in: str) -> bool:
        return any(texts)

    def tested_words(self) -> frozenset[str]:
        return frozenset()

    def speaks_of(self, word: str, but_in: str) -> bool:
        return False

    def is_written_in_code(self, texts: Iterable[str], *but_in: str) -> bool:
        return any(texts)

    def may_load(self, module: Module, tasks: Iterable[str]) -> bool:
        return True

    def naming(self, name: str, but_in: str) -> list[Module]:
        return []

    def chooses(self, one: Module, other: Module) -> bool:
        return False

    def app_files(self) -> list[Module]:
        return []

    def path_of(self, module: Module) -> str:
        return module.source.path

    def beside(self, path: str, level: int = 1) -> frozenset[str]:
        return frozenset()


ANYTHING = "?"
"""Among the methods that a function calls on what it is given: it may be any."""


def done_elsewhere(module: Module, call: ast.Call, value: ast.expr) -> frozenset[str]:
    """The methods that a call of a function of another file may call on one of its arguments."""
    called = module.scopes.qualified(call.func)
    effects = module.project.effects(called) if called else None
    return effects.done_with(call, value) if effects else frozenset({ANYTHING})


UNKNOWN_PROJECT: Project = _UnknownProject()
"""A project of one file."""
