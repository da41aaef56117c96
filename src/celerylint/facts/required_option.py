"""Options that the settings demand of the tasks of some files."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatchcase

from celerylint.core.span import Span
from celerylint.facts.module import Module
from celerylint.facts.registered_class import RegisteredClass
from celerylint.facts.task import Task


class TaskWithoutOptions:
    """A task that surely lacks options, `names`, that the settings demand of tasks in its file."""

    of = Task

    def __init__(self, task: Task, names: list[str]) -> None:
        self.task = task
        self.names = names

    @classmethod
    def find(cls, module: Module) -> Iterable[TaskWithoutOptions]:
        path = module.source.path.replace("\\", "/").removeprefix("./")
        demanded = {
            name: None
            for glob, names in module.settings.required_task_options
            if fnmatchcase(path, glob) or fnmatchcase(path, f"*/{glob}")
            for name in names
        }
        for task in module.all(Task) if demanded else ():
            may_be_base = task.owner and module.at(RegisteredClass, task.owner.node) is None
            missing = [name for name in demanded if name not in task.options.named]
            if missing and not task.options.open and not may_be_base:
                yield cls(task, missing)

    @property
    def span(self) -> Span:
        return (self.task.owner or self.task).span
