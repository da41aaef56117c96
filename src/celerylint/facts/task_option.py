"""The options that tasks are given, one by one: of the wrong kind, in the wrong place, or unknown to Celery."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.names import OPTION_PACKAGES
from celerylint.celery.options import ELSEWHERE_OPTIONS, OPTION_ALIASES, SINCE, TASK_METHODS, TASK_OPTIONS
from celerylint.core.lazy import lazy
from celerylint.core.span import Span
from celerylint.facts.app import is_task_factory
from celerylint.facts.module import Module
from celerylint.facts.name_read import is_read
from celerylint.facts.spelling import nearest
from celerylint.facts.task import Task
from celerylint.facts.task_class import Option, TaskClass
from celerylint.syntax.value import UNKNOWN, fold, is_timedelta

_KNOWN = TASK_OPTIONS | TASK_METHODS


class GivenOption:
    """An option written in a task's own decorator, or in the body of a task class.

    `may_be_read_otherwise` means that a base class out of sight may make of it what it likes.
    """

    of = Task

    def __init__(self, module: Module, option: Option, owner: str, may_be_read_otherwise: bool) -> None:
        self.module = module
        self.may_be_read_otherwise = may_be_read_otherwise
        self.node = option.node
        self.name = option.name
        self.is_in_decorator = option.direct
        self.owner = owner
        self._option = option

    @classmethod
    def find(cls, module: Module) -> Iterable[GivenOption]:
        for task in module.all(Task):
            for option in task.direct_options:
                yield cls(module, option, task.name, task.has_unknown_base)
        for owner in module.all(TaskClass):
            for option in owner.own_options:
                yield cls(module, option, owner.name, owner.options.open)

    @property
    def span(self) -> Span:
        """The place of the keyword, or of an attribute's value."""
        return self._option.span

    @property
    def value(self) -> object:
        """What it is worth; UNKNOWN if it does not fold."""
        return self._option.value

    @lazy
    def kind(self) -> str | None:
        """What sort of value it is given: number, text, None, timedelta, other; None if that is not known."""
        if self._option.value is not UNKNOWN:
            kinds = {bool: "other", int: "number", float: "number", str: "text", type(None): "None"}
            return kinds.get(type(self._option.value), "other")
        if isinstance(self.node, (ast.Dict, ast.JoinedStr)):
            return "other"
        return "timedelta" if is_timedelta(self.node, self.module.scopes) else None


class PositionalOption:
    """What a task decorator is given by place, though it takes nothing there but the function."""

    of = Task

    def __init__(self, task: Task, node: ast.expr) -> None:
        self.node = node
        self.span: Span = task.module.span(node)
        self.is_text = isinstance(fold(node, task.module.scopes), str)

    @classmethod
    def find(cls, module: Module) -> Iterable[PositionalOption]:
        for task in module.all(Task):
            call = task.made_by
            if isinstance(call, ast.Call) and call.args and is_task_factory(module, call.func, call):
                given = call.args if call in task.node.decorator_list else call.args[1:]
                values = [fold(argument, module.scopes) for argument in given]
                if values and not any(value is UNKNOWN for value in values):
                    yield cls(task, given[0])


class UnknownOption:
    """A keyword, written in a task's own decorator, that Celery of the target version does not read."""

    of = Task

    def __init__(self, task: Task, option: Option) -> None:
        self.task = task
        self.module = task.module
        self.node = option.node
        self.name = option.name
        self._option = option

    @classmethod
    def find(cls, module: Module) -> Iterable[UnknownOption]:
        for task in module.all(Task):
            for option in () if task.is_made_by_word else task.direct_options:
                if option.name not in _KNOWN or option.name in SINCE:
                    found = cls(task, option)
                    if option.name not in _KNOWN or found.since:
                        yield found

    @property
    def span(self) -> Span:
        """The place of the keyword."""
        return self._option.span

    @property
    def since(self) -> str | None:
        """The first Celery that reads the option, if that is newer than the target."""
        since = SINCE.get(self.name)
        return ".".join(map(str, since)) if since and since > self.module.settings.target_celery else None

    @property
    def meant(self) -> str | None:
        """The option that was probably meant."""
        alias = OPTION_ALIASES.get(self.name)
        if alias or self.name in ELSEWHERE_OPTIONS:
            return alias
        plain = self.name.removeprefix("task_")  # `task_acks_late` is the setting, `acks_late` the option
        if plain in TASK_OPTIONS:
            return plain
        return nearest(self.name, TASK_OPTIONS)

    @property
    def belongs_to(self) -> str | None:
        """The mechanism that the keyword is an option of."""
        return ELSEWHERE_OPTIONS.get(self.name)

    @property
    def is_read_here(self) -> bool:
        """Whether this file reads the attribute off something: `task.verbose_name`, `getattr(task, "verbose_name")`."""
        return is_read(self.module, self.name)

    @property
    def may_have_readers(self) -> bool:
        """Whether somebody out of sight may read it: a base class, the app's task class, an extension's."""
        return self.task.has_own_option_readers or self.module.imports(OPTION_PACKAGES)
