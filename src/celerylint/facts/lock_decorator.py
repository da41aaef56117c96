"""Decorators that let one run of a task in at a time."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.locks import EXPIRY_WORDS, KEY_WORDS
from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.lock import Lock
from celerylint.facts.module import Module
from celerylint.facts.parameters import Parameters, default_of
from celerylint.facts.task import Task
from celerylint.syntax.index import FUNCTIONS, Function, descendants
from celerylint.syntax.node import callee, is_none, unpacks
from celerylint.syntax.value import number_of


class LockDecorator:
    """A decorator of a task that lets one run in at a time: one that the settings name, or one of this file that takes
    a lock."""

    of = Task
    words = Lock.words
    words_of = ("lock_decorators",)

    def __init__(self, task: Task, node: ast.expr, name: str, definition: Function | None) -> None:
        self.task = task
        self.module = task.module
        self.node = node
        self.name = name
        self._definition = definition

    @classmethod
    def find(cls, module: Module) -> Iterable[LockDecorator]:
        locking = {lock.function for lock in module.all(Lock)}
        locks: dict[Function, bool] = {}
        for task in module.all(Task):
            for decorator in task.node.decorator_list:
                function = callee(decorator)
                name = module.scopes.qualified(function) or ""
                definition = module.scopes.defined(name)
                known = matches_any(name.lstrip(":"), module.settings.lock_decorators)
                if isinstance(definition, FUNCTIONS):
                    if definition not in locks:
                        locks[definition] = known or not locking.isdisjoint(_functions_of(definition))
                    if locks[definition]:
                        yield cls(task, decorator, name.rpartition(".")[2].lstrip(":"), definition)
                elif known and "(" not in name:
                    yield cls(task, decorator, name.rpartition(".")[2], None)

    @cached_property
    def span(self) -> Span:
        """The place of the decorator, without the `@`."""
        return self.module.span(self.node)

    @property
    def never_expires(self) -> bool:
        """Whether the decorator, which this file defines, makes a lock that expires only if it is told to, and is not
        told to."""
        name = self.expiry_name
        if self._definition is None or name is None or self._given is not None:
            return False
        default = default_of(self._definition, name)
        return is_none(default) and _hands_on(self._definition, name)

    @property
    def seconds(self) -> float | None:
        """After how many seconds the lock expires, if that can be seen."""
        name = self.expiry_name
        if self._given is not None:
            return number_of(self._given, self.module.scopes)
        if self._definition is None:
            return None
        default = default_of(self._definition, name) if name else None
        if default is not None:
            return number_of(default, self.module.scopes)
        fixed = [lock.seconds for lock in self.locks] if name is None else []
        return fixed[0] if len(fixed) == 1 else None

    @property
    def key(self) -> ast.expr | None:
        """What the lock is called, if nothing else that the decorator is given, or knows, becomes part of it."""
        if not isinstance(self.node, ast.Call) or unpacks(self.node) or len(self.node.args) > 2:
            return None
        named = [keyword for keyword in self.node.keywords if keyword.arg not in EXPIRY_WORDS]
        given = [*self.node.args[:1], *(keyword.value for keyword in named if keyword.arg in KEY_WORDS)]
        if len(given) != 1 or len(named) > 1 - len(self.node.args[:1]):
            return None
        return given[0] if self._definition is None or self._is_called_as_told else None

    @property
    def _is_called_as_told(self) -> bool:
        """Whether the locks in the decorator, which this file defines, are called what it is told and no more."""
        parameters = Parameters.of(self._definition).positional if self._definition else ()
        keys = [lock.key for lock in self.locks]
        return bool(keys) and all(isinstance(key, ast.Name) and parameters[:1] == (key.id,) for key in keys)

    @cached_property
    def locks(self) -> list[Lock]:
        """The locks that the decorator takes, if this file defines it."""
        functions = _functions_of(self._definition) if self._definition else []
        return [lock for lock in self.module.all(Lock) if lock.function in functions]

    @property
    def expiry_span(self) -> Span:
        """The place of the argument that says when the lock expires, else of the decorator."""
        keyword = self.module.index.parents[self._given] if self._given is not None else None
        return self.module.span(keyword) if isinstance(keyword, ast.keyword) else self.span

    @cached_property
    def expiry_name(self) -> str | None:
        """The parameter that says when the lock expires, if this file shows it."""
        if self._definition is None:
            return None
        parameters = Parameters.of(self._definition)
        names = [name for name in (*parameters.positional, *sorted(parameters.keyword)) if name in EXPIRY_WORDS]
        return names[0] if names else None

    @cached_property
    def _given(self) -> ast.expr | None:
        """The expression that the decorator is given for the expiry; its spread of others for one that may be in it."""
        if not isinstance(self.node, ast.Call):
            return None
        for keyword in self.node.keywords:
            if keyword.arg in (EXPIRY_WORDS if self._definition is None else {self.expiry_name, None}):
                return keyword.value
        positional = Parameters.of(self._definition).positional if self._definition else ()
        place = positional.index(self.expiry_name) if self.expiry_name in positional else len(self.node.args)
        return self.node.args[place] if place < len(self.node.args) else None


def _functions_of(function: Function) -> list[Function]:
    """A function and those defined in it."""
    return [function, *(part for part in descendants(function) if isinstance(part, FUNCTIONS))]


def _hands_on(function: Function, name: str) -> bool:
    """Whether a function gives its parameter as it is to what makes the lock."""
    parts = list(descendants(function))
    if any(isinstance(part, ast.Name) and part.id == name and isinstance(part.ctx, ast.Store) for part in parts):
        return False
    keywords = [part for part in parts if isinstance(part, ast.keyword) and part.arg in ("timeout", "ex")]
    return any(isinstance(part.value, ast.Name) and part.value.id == name for part in keywords)


def is_plain(task: Task) -> bool:
    """Whether nothing stands around the function of a task but what makes it one, and locks."""
    others = [each for each in task.node.decorator_list if each is not task.made_by]
    are_locks = all(task.module.at(LockDecorator, each) for each in others)
    return are_locks and (bool(others) or not task.is_wrapped)
