"""Tasks that no test mentions."""

from __future__ import annotations

from collections.abc import Iterable

from celerylint.facts.module import Module
from celerylint.facts.reach import TaskCode
from celerylint.facts.task import Task


class UntestedTask:
    """A task that no test file of the project names, nor any function of this file that it runs. A project without
    test files has none."""

    of = Task

    def __init__(self, task: Task) -> None:
        self.task = task
        self.node = task.node
        self.span = task.span

    @classmethod
    def find(cls, module: Module) -> Iterable[UntestedTask]:
        words = module.project.tested_words()
        names: dict[Task, set[str]] = {task: {task.name} for task in module.all(Task)} if words else {}
        for code in module.all(TaskCode) if names else ():
            for task in code.tasks:
                names.setdefault(task, set()).add(code.node.name)
        for task, own in names.items():
            given = task.option("name")
            if given and isinstance(given.value, str):
                own.add(given.value.rpartition(".")[2])
            if words.isdisjoint(own):
                yield cls(task)
