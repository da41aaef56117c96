"""Metrics of whole runs: calls of what the settings name, `observe_job(name, status, seconds)`."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.core.settings import matches_any
from celerylint.core.span import Span
from celerylint.facts.execution_record import END_SIGNALS
from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.run_outcome import BOTH, FAILURE, outcomes_at
from celerylint.facts.task import Task
from celerylint.facts.task_class import Part
from celerylint.syntax.node import last_name
from celerylint.syntax.value import UNKNOWN, fold, text_of

_NAME, _STATUS = 0, 1


class JobMetric:
    """A call in task code that measures a run: the name of the job, how it ended, how long it took."""

    of = TaskCode

    def __init__(self, code: TaskCode, node: ast.Call) -> None:
        self.code = code
        self.module = code.module
        self.node = node

    @classmethod
    def find(cls, module: Module) -> Iterable[JobMetric]:
        words = module.settings.metric_calls
        ends = tuple(word.rpartition(".")[2] for word in words)
        for code in module.all(TaskCode):
            for call in code.calls:
                if matches_any(last_name(call.func), ends):
                    name = module.scopes.qualified(call.func)
                    if name and matches_any(name.lstrip(":."), words):
                        yield cls(code, call)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    @cached_property
    def _outcomes(self) -> frozenset[str]:
        is_entered = isinstance(self.module.index.parents[self.node], ast.withitem)
        return BOTH if is_entered else outcomes_at(self.module, self.node)

    @property
    def counts_failures(self) -> bool:
        """Whether a run that fails reaches it, or one that fails with some error."""
        return FAILURE in self._outcomes or not self._outcomes

    @property
    def misnamed(self) -> Part | None:
        """The name it is given if that is known, and no name of the tasks that reach it."""
        node = self.node.args[_NAME] if self.node.args else None
        given = text_of(node, self.module.scopes)
        if node is None or not given or not self.code.tasks:
            return None
        names: set[str] = set()
        for task in self.code.tasks:
            option = task.option("name")
            if option and not isinstance(option.value, str):
                return None
            names |= {task.node.name, str(option.value) if option else task.node.name}
        short = {_short(name) for name in names}
        return None if given in names or _short(given) in short else Part(given, self.module.span(node))

    @property
    def constant_status(self) -> Part | None:
        """The status if it is one and the same for runs that succeed and runs that fail."""
        node = self.node.args[_STATUS] if len(self.node.args) > _STATUS else None
        if node is None or self._outcomes != BOTH:
            return None
        value = text_of(node, self.module.scopes) if isinstance(node, ast.Constant) else self._only_value(node)
        return Part(value, self.module.span(node)) if value else None

    def _only_value(self, node: ast.expr) -> str | None:
        """The text that all assignments to a name in the function give it."""
        if not isinstance(node, ast.Name) or self.module.scopes.scope_of(node, node.id) is not self.code.node:
            return None
        bindings = self.module.scopes.bindings(node)
        given = {fold(each.node, self.module.scopes) if each.how == "value" else UNKNOWN for each in bindings}
        value = given.pop() if len(given) == 1 else UNKNOWN
        return value if isinstance(value, str) else None


class TaskMetrics:
    """The metrics of one task. Tasks whose base class, decorator or signals may measure them, and tasks that do
    nothing, are left out."""

    of = Task

    def __init__(self, task: Task, metrics: list[JobMetric]) -> None:
        self.task = task
        self.module = task.module
        self.node = task.node
        self._metrics = metrics

    @classmethod
    def find(cls, module: Module) -> Iterable[TaskMetrics]:
        if any(module.source.holds(signal) for signal in END_SIGNALS):
            return
        metrics: dict[Task, list[JobMetric]] = {}
        for metric in module.all(JobMetric):
            for task in metric.code.tasks:
                metrics.setdefault(task, []).append(metric)
        for task in module.all(Task):
            if not (task.has_code_around or task.is_coroutine or task.is_stub):
                yield cls(task, metrics.get(task, []))

    @cached_property
    def span(self) -> Span:
        return self.task.span

    @property
    def are_missing(self) -> bool:
        """Whether nothing measures the task."""
        return bool(self.function) and not self._metrics

    @property
    def function(self) -> str:
        """What the project measures a run with, as the settings name it first."""
        return next((word.strip("*") for word in self.module.settings.metric_calls), "")

    @property
    def skipped(self) -> JobMetric | None:
        """The first metric if none of them is reached by a run that fails."""
        return None if any(metric.counts_failures for metric in self._metrics) else next(iter(self._metrics), None)


def _short(name: str) -> str:
    """What a name is without the module before it, and without the word for what it is."""
    return name.rpartition(".")[2].lower().removesuffix("_task").removesuffix("_job")
