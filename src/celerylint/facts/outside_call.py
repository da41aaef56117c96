"""Calls of task code to somebody outside, and tasks that do not say what is to happen when these fail."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.options import AUTORETRY_OPTIONS
from celerylint.celery.outside import OUTSIDE_FUNCTIONS, OUTSIDE_PACKAGES, RETRYING_PACKAGES
from celerylint.core.regex import regex
from celerylint.core.span import Span
from celerylint.facts.lock_decorator import is_plain
from celerylint.facts.module import Module
from celerylint.facts.outermost_handler import OutermostHandler
from celerylint.facts.query import Query
from celerylint.facts.reach import TaskCode
from celerylint.facts.retried_task import is_retried_otherwise
from celerylint.facts.session_call import SessionCall
from celerylint.facts.session_opening import SessionOpening
from celerylint.facts.setting import Setting
from celerylint.facts.task import Task
from celerylint.syntax.flow import block_nodes, handlers_around

_RETRY_OPTIONS = AUTORETRY_OPTIONS | {"max_retries", "default_retry_delay", "retry_on_worker_lost"}
_DATABASE = "the database"
_NO_OUTAGE = regex(r"DoesNotExist|NotFound|NoResult|Multiple|Integrity|Validation|ValueError|KeyError|TypeError")
"""What says that something is wrong with the data, and not that nobody is there."""
_MADE = ("Error", "Exception", "Timeout", "Retry")
"""What ends so is an exception or a policy that is made, and asks nobody."""


class OutsideCall:
    """A call in task code that fails while a server or a database is down: `partner` is what it talks to.

    Left out is what a handler of the same function takes and does not raise again.
    """

    of = TaskCode

    def __init__(self, code: TaskCode, node: ast.Call, partner: str) -> None:
        self.code = code
        self.module = code.module
        self.node = node
        self.partner = partner

    @classmethod
    def find(cls, module: Module) -> Iterable[OutsideCall]:
        kinds: tuple[type[SessionCall | SessionOpening | Query], ...] = (SessionCall, SessionOpening, Query)
        asked = {fact.node for kind in kinds for fact in module.all(kind)}
        has_libraries = module.imports(OUTSIDE_PACKAGES | {"urllib", "socket", "django"})
        for code in module.all(TaskCode):
            for call in code.calls:
                partner = _DATABASE if call in asked else _library(module, call) if has_libraries else None
                if partner and not _is_dropped(module, call):
                    yield cls(code, call, partner)

    @property
    def span(self) -> Span:
        return self.module.span(self.node)


def _library(module: Module, call: ast.Call) -> str | None:
    """The library whose function a call is of."""
    name = module.scopes.qualified(call.func) or ""
    if name.endswith(_MADE) or isinstance(module.index.parents[call], ast.Raise):
        return None
    if name in OUTSIDE_FUNCTIONS:
        return f"`{name.rpartition('.')[2]}`"
    root = name.partition(".")[0]
    return f"`{root}`" if root in OUTSIDE_PACKAGES else None


def _is_dropped(module: Module, call: ast.Call) -> bool:
    """Whether a handler around a call does something else about its errors than to raise."""
    return any(
        not (handler.type and _NO_OUTAGE.search(ast.unparse(handler.type)))
        and not any(isinstance(node, ast.Raise) for node in block_nodes(handler.body))
        for handler in handlers_around(module.index, call)
    )


class UnretriedTask:
    """A task that talks to somebody outside and gives no word on retries: no option, no retry by hand, and nothing
    around it that may know better."""

    of = Task

    def __init__(self, task: Task, partner: str) -> None:
        self.task = task
        self.node = task.node
        self.span = task.span
        self.partner = partner

    @classmethod
    def find(cls, module: Module) -> Iterable[UnretriedTask]:
        if module.imports(RETRYING_PACKAGES) or Setting.named(module, "task_annotations"):
            return
        partners: dict[Task, str] = {}
        for call in module.all(OutsideCall):
            for task in call.code.tasks:
                partners.setdefault(task, call.partner)
        for handler in module.all(OutermostHandler) if partners else ():
            if handler.handler.goes_on or handler.returns_error:
                partners.pop(handler.task, None)  # of which other rules speak
        for task, partner in partners.items():
            is_silent = not task.options.open and _RETRY_OPTIONS.isdisjoint(task.options.named)
            if is_silent and is_plain(task) and not task.app_has_task_class and not is_retried_otherwise(task):
                yield cls(task, partner)
