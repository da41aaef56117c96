"""Rate limits, wherever a file gives one to Celery."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from celerylint.celery.schedules import RATE_UNITS
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task
from celerylint.facts.task_class import TaskClass
from celerylint.syntax.value import entries, fold


class RateLimit:
    """The expression that a `rate_limit` is given: in a decorator, a task class, or the settings."""

    of = (Setting, Task, TaskClass)
    words = ("*rate_limit", "*RATE_LIMIT")

    def __init__(self, module: Module, node: ast.expr) -> None:
        self.node = node
        self.span: Span = module.span(node)
        self.value = fold(node, module.scopes)

    @classmethod
    def find(cls, module: Module) -> Iterable[RateLimit]:
        found = {node: cls(module, node) for node in (*_of_tasks(module), *_of_settings(module))}
        return sorted(found.values(), key=lambda limit: limit.span)

    @property
    def fault(self) -> str | None:
        """What Celery cannot read in it (celery.utils.time.rate), None if all is well or the value is not known."""
        if isinstance(self.value, (int, float)):
            return "it is negative" if self.value < 0 else None
        if not isinstance(self.value, str) or not self.value:
            return None
        number, slash, unit = self.value.partition("/")
        if slash and unit and unit not in RATE_UNITS:
            return f"unit `{unit}` is none of s, m, h"
        try:
            amount = float(number)
        except ValueError:
            return f"`{number}` is no number"
        return "it is negative" if amount < 0 else None

    @property
    def is_negative(self) -> bool:
        """Whether Celery takes it, and then starves the task."""
        return self.fault == "it is negative"


def _of_tasks(module: Module) -> Iterator[ast.expr]:
    options = [task.option("rate_limit") for task in module.all(Task)]
    options += [owner.options.named.get("rate_limit") for owner in module.all(TaskClass)]
    yield from (option.node for option in options if option and option.is_in(module))


def _of_settings(module: Module) -> Iterator[ast.expr]:
    yield from (setting.node for setting in Setting.whole(module, "task_default_rate_limit"))
    for setting in Setting.named(module, "task_annotations"):
        yield from _annotated(module, setting.node, len(setting.path))


def _annotated(module: Module, node: ast.expr, depth: int) -> Iterator[ast.expr]:
    """The rate limits in `{task: {"rate_limit": …}}`; at depth 1 in one task's dict, at depth 2 the value itself."""
    if depth == 2:
        yield node
    elif depth == 1:
        yield from (value for key, value in entries(node, module.scopes) or [] if key == "rate_limit")
    elif isinstance(node, (ast.List, ast.Tuple)):
        for part in node.elts:
            yield from _annotated(module, part, 0)
    else:
        for _, value in entries(node, module.scopes) or []:
            yield from _annotated(module, value, 1)
