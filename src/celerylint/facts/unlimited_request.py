"""Tasks that call another service as often as they are sent."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.http_request import HttpRequest
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task
from celerylint.syntax.node import callee, last_name
from celerylint.syntax.value import items

_LIMITER = regex(r"(?i)limiter|throttl|rate_?limited?$|^limits$|^sleep")


class UnlimitedRequest:
    """A task that sends HTTP requests to another service, with nothing in the file that limits how often: no
    `rate_limit`, no annotation, nothing that is called a limiter. `request` is the first."""

    of = HttpRequest

    def __init__(self, task: Task, request: HttpRequest) -> None:
        self.task = task
        self.node = task.node
        self.request = request

    @classmethod
    def find(cls, module: Module) -> Iterable[UnlimitedRequest]:
        found: dict[Task, HttpRequest] = {}
        for request in module.all(HttpRequest):
            if not request.is_to_own_host and not _has_limiter(request.code):
                for task in request.code.tasks:
                    found.setdefault(task, request)
        annotated = _annotated(module) if found else set()
        for task, request in found.items():
            says = task.option("rate_limit") is not None or task.options.open or _has_limiter_above(task)
            if not says and annotated.isdisjoint({task.name, "*"}) and _is_for_many(task):
                yield cls(task, request)

    @cached_property
    def span(self) -> Span:
        return self.task.span


def _has_limiter(code: TaskCode) -> bool:
    """Whether the function calls, enters or is decorated by what keeps its calls apart."""
    calls = [call.func for call in code.calls]
    entered = [item.context_expr for node in code.all(ast.With) for item in node.items]
    entered += [item.context_expr for node in code.all(ast.AsyncWith) for item in node.items]
    decorators = [callee(each) for each in code.node.decorator_list]
    return any(_LIMITER.search(last_name(node)) for node in (*calls, *entered, *decorators))


def _is_for_many(task: Task) -> bool:
    """Whether the task takes something, so that it is sent for each of many things; one without parameters is run by a
    schedule, now and then."""
    taken = task.given_parameters or task.parameters
    return bool(taken.positional or taken.keyword or taken.star or taken.double_star)


def _has_limiter_above(task: Task) -> bool:
    code = task.module.at(TaskCode, task.node)
    return code is not None and _has_limiter(code)


def _annotated(module: Module) -> set[str]:
    """The last parts of the names of the tasks that a setting limits; a star for all of them, or for some that cannot
    be seen."""
    names: set[str] = set()
    for setting in module.all(Setting):
        if setting.canonical == "task_default_rate_limit":
            names.add("*")
        if setting.canonical == "task_annotations":
            keys = setting.path[:1] or [item.key for item in items(setting.node, module.scopes) or ()] or ["*"]
            names |= {key.rpartition(".")[2] if isinstance(key, str) else "*" for key in keys}
    return names
