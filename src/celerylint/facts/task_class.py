"""Task classes, and the options that classes and decorators give a task."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from celerylint.core.lazy import lazy
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.app import is_task_class
from celerylint.facts.module import Module
from celerylint.syntax.index import FUNCTIONS, Function
from celerylint.syntax.value import fold

_MAX_BASES = 50


class Option:
    """An option of a task: the expression it is given, and where. `direct` means in the task's own decorator."""

    def __init__(self, module: Module, name: str, node: ast.expr, place: ast.AST, direct: bool = False) -> None:
        self.name = name
        self.node = node
        self.direct = direct
        self.scopes = module.scopes
        """What names in the expression mean: they are those of the file that gives the option."""
        self._module = module
        self._place = place

    @lazy
    def span(self) -> Span:
        """The place of the keyword, or of an attribute's value."""
        return self._module.span(self._place)

    @lazy
    def value(self) -> object:
        """What the expression is worth; UNKNOWN if it does not fold."""
        return fold(self.node, self._module.scopes)

    def is_in(self, module: Module) -> bool:
        """Whether that file gives it, and not another of the project."""
        return self._module is module

    def indirect(self) -> Option:
        """The same, given by somebody else."""
        return Option(self._module, self.name, self.node, self._place)


class Part(NamedTuple):
    """A named part of a task: a parameter, a method."""

    name: str
    span: Span


class Options(NamedTuple):
    """Options by name. `open` means that there may be others, from where this file does not show."""

    named: dict[str, Option]
    open: bool

    @classmethod
    def of_call(cls, module: Module, call: ast.Call | None, direct: bool) -> Options:
        """The keywords of a call."""
        named, is_open = {}, False
        for keyword in call.keywords if call else ():
            if keyword.arg is None:
                is_open = True
            else:
                named[keyword.arg] = Option(module, keyword.arg, keyword.value, keyword, direct)
        return cls(named, is_open)

    @classmethod
    def of_class(cls, module: Module, node: ast.ClassDef) -> Options:
        """The attributes of a task class and of its bases in the project, as far as Celery's own Task."""
        named: dict[str, Option] = {}
        classes, is_whole = lineage(module, node)
        for home, ancestor in classes:
            for statement in ancestor.body:
                for name, value in _assignments(statement):
                    named.setdefault(name, Option(home, name, value, value))
        return cls(named, not is_whole)

    def over(self, other: Options) -> Options:
        """These options, and those of the other that they do not replace."""
        return Options({**other.named, **self.named}, self.open or other.open)


def _assignments(statement: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(statement, ast.Assign):
        for target in statement.targets:
            if isinstance(target, ast.Name):
                yield target.id, statement.value
    elif isinstance(statement, ast.AnnAssign) and statement.value and isinstance(statement.target, ast.Name):
        yield statement.target.id, statement.value


class TaskClass:
    """A class derived from Celery's Task: a base class, or a task of its own if it has a `run`."""

    words = ("*Task",)
    pattern = regex(r"Task\s*(?:[,)\[(\n]|as\b|$)")
    words_of = ("task_bases",)

    def __init__(self, module: Module, node: ast.ClassDef) -> None:
        self.module = module
        self.node = node
        self.name = node.name

    @classmethod
    def find(cls, module: Module) -> Iterable[TaskClass]:
        for node in module.index.classes():
            if any(is_task_class(module, base) for base in module.scopes.base_names(node)):
                yield cls(module, node)

    @lazy
    def span(self) -> Span:
        return self.module.source.header(self.node)

    @lazy
    def options(self) -> Options:
        return Options.of_class(self.module, self.node)

    @property
    def own_options(self) -> list[Option]:
        """The attributes that the class's own body gives a value."""
        given = [pair for statement in self.node.body for pair in _assignments(statement)]
        return [Option(self.module, name, value, value) for name, value in given]

    @property
    def run(self) -> Function | None:
        """The class's own `run`."""
        return next((method for method in self.methods if method.name == "run"), None)

    @property
    def methods(self) -> list[Function]:
        """The methods that the class itself defines."""
        return [member for member in self.node.body if isinstance(member, FUNCTIONS)]

    @lazy
    def method_names(self) -> frozenset[str]:
        """The names of its methods, those of its bases in the project included."""
        classes, _ = lineage(self.module, self.node)
        return frozenset(member.name for _, owner in classes for member in owner.body if isinstance(member, FUNCTIONS))

    @property
    def coroutine_methods(self) -> list[Part]:
        """The `async def` methods that the class itself defines."""
        source = self.module.source
        return [
            Part(method.name, source.header(method))
            for method in self.methods
            if isinstance(method, ast.AsyncFunctionDef)
        ]


def lineage(module: Module, node: ast.ClassDef) -> tuple[list[tuple[Module, ast.ClassDef]], bool]:
    """A class and those of its bases that the project defines, nearest first; and whether these are all, down to
    Celery's own Task."""
    found: list[tuple[Module, ast.ClassDef]] = []
    waiting, is_whole = [(module, node)], True
    while waiting:
        home, owner = waiting.pop(0)
        found += [(home, ancestor) for ancestor in home.scopes.ancestry(owner) if ancestor]
        for base in home.scopes.base_names(owner):
            place = home.place(base)
            if place and isinstance(place.node, ast.ClassDef):
                if len(found) < _MAX_BASES:
                    waiting.append((place.module, place.node))
            elif not (is_task_class(home, base) or base == "builtins.object"):
                is_whole = False
    return found, is_whole


def task_class(module: Module, node: ast.AST) -> TaskClass | None:
    """The class derived from Celery's Task that an expression names, if a file of the project defines it."""
    definition = module.scopes.definition(node)
    if definition:
        return module.at(TaskClass, definition)
    place = module.place(module.scopes.qualified(node))
    return place.module.at(TaskClass, place.node) if place else None
