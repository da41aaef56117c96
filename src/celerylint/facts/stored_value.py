"""What tasks hand to the result backend: values they return, and the meta of `update_state`."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.serialisation import PYDANTIC_MODEL
from celerylint.celery.states import EXCEPTION_STATES
from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.serialisation import Refused, refused, speaks_json
from celerylint.facts.setting import Setting
from celerylint.facts.state_update import StateUpdate
from celerylint.facts.task import Task
from celerylint.syntax.value import UNKNOWN


class StoredValue:
    """An expression whose value a worker writes to the result backend."""

    of = Task

    def __init__(self, task: Task, node: ast.expr, is_meta: bool) -> None:
        self.module = task.module
        self.task = task
        self.node = node
        self.is_meta = is_meta

    @classmethod
    def find(cls, module: Module) -> Iterable[StoredValue]:
        for task in module.all(Task):
            for statement in module.index.own(task.node, ast.Return):
                if statement.value is not None:
                    yield cls(task, statement.value, is_meta=False)
        for update in module.all(StateUpdate):
            # The exception of a failure is stored as a description of it.
            if update.task and update.meta and update.state not in EXCEPTION_STATES | {None}:
                yield cls(update.task, update.meta, is_meta=True)

    @cached_property
    def refused(self) -> Refused | None:
        """The part of the value that the JSON of the result backend refuses."""
        return refused(self.module, self.node) if speaks_json(self.module) else None

    @cached_property
    def span(self) -> Span:
        """The place of the refused part, if it stands in the expression itself, else of the expression."""
        whole = self.module.span(self.node)
        part = self.refused.span if self.refused else whole
        return part if whole[:2] <= part[:2] <= whole[2:] else whole

    @property
    def is_pydantic_model(self) -> bool:
        """Whether what is refused is a pydantic model."""
        return self.refused is not None and self.refused.what == PYDANTIC_MODEL

    @property
    def is_stored_as_it_is(self) -> bool:
        """Whether the value reaches the backend, and nothing that stands between turns it into something else."""
        return self.is_meta or not (may_be_converted(self.task) or _is_discarded(self.task))


def may_be_converted(task: Task) -> bool:
    """Whether something stands between Celery and the function that may change its arguments or its result."""
    between = task.is_wrapped or task.has_unknown_base or task.app_has_task_class
    return between or bool(task.base and "__call__" in task.base.method_names) or task.is_coroutine or task.is_generator


def _is_discarded(task: Task) -> bool:
    """Whether the result is or may be ignored, or the app that this file makes has no backend."""
    module = task.module
    ignored = task.option("ignore_result")
    if ignored is None and task.options.open:
        return True
    values = [ignored.value] if ignored else []
    values += [each.value for each in Setting.named(module, "task_ignore_result")]
    return any(value is UNKNOWN or value for value in values) or _lacks_backend(task)


def _lacks_backend(task: Task) -> bool:
    made = task.app_creation
    if made is None or len(made.args) > 2 or any(keyword.arg in (None, "config_source") for keyword in made.keywords):
        return False
    if "config_from" in task.module.source.text:
        return False
    return not Setting.named(task.module, "result_backend")
