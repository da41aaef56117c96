"""Options of task decorators that Celery does not know."""

from __future__ import annotations

import re
from collections.abc import Iterable

from celerylint.celery.names import OPTION_PACKAGES
from celerylint.celery.options import ELSEWHERE_OPTIONS, OPTION_ALIASES, SINCE, TASK_METHODS, TASK_OPTIONS
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.task import Task
from celerylint.facts.task_class import Option

_KNOWN = TASK_OPTIONS | TASK_METHODS
_READ = re.compile(r"\.\s*([a-z_]\w*)\b(?!\s*=[^=])|[\"']([a-z_]\w*)[\"']")


class ReadNames:
    """The names that a file reads as attributes, or spells as text: one fact a file, however many tasks it holds."""

    def __init__(self, module: Module) -> None:
        self.names = frozenset(name for pair in _READ.findall(module.source.text) for name in pair if name)

    @classmethod
    def find(cls, module: Module) -> Iterable[ReadNames]:
        yield cls(module)


class UnknownOption:
    """A keyword, written in a task's own decorator, that Celery of the target version does not read."""

    def __init__(self, task: Task, option: Option) -> None:
        self.task = task
        self.module = task.module
        self.node = option.node
        self.name = option.name
        self._option = option

    @classmethod
    def find(cls, module: Module) -> Iterable[UnknownOption]:
        for task in module.all(Task):
            for option in task.direct_options:
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
        furthest = 1 if len(self.name) < 6 else 2
        near = [known for known in TASK_OPTIONS if len(known) > 3 and abs(len(known) - len(self.name)) <= furthest]
        ranked = sorted((distance(self.name, known), known) for known in near)
        return ranked[0][1] if ranked and ranked[0][0] <= furthest else None

    @property
    def belongs_to(self) -> str | None:
        """The mechanism that the keyword is an option of."""
        return ELSEWHERE_OPTIONS.get(self.name)

    @property
    def is_read_here(self) -> bool:
        """Whether this file reads the attribute off something: `task.verbose_name`, `getattr(task, "verbose_name")`."""
        return any(self.name in read.names for read in self.module.all(ReadNames))

    @property
    def may_have_readers(self) -> bool:
        """Whether somebody out of sight may read it: a base class, the app's task class, an extension's."""
        return self.task.has_own_option_readers or bool(self.module.imported & OPTION_PACKAGES)


def distance(left: str, right: str) -> int:
    """The edit distance of two names; a swap of neighbours counts as one edit."""
    before: list[int] = []
    previous = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        current = [row]
        for column, other in enumerate(right, 1):
            cost = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == right[column - 2] and left[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        before, previous = previous, current
    return previous[-1]
