"""What is sent to tasks: the arguments of their functions."""

from __future__ import annotations

import ast
from collections.abc import Iterable

from celerylint.celery.serialisation import PYDANTIC_MODEL
from celerylint.core.lazy import lazy
from celerylint.core.span import Span
from celerylint.facts.arguments import Argument
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.serialisation import Refused, refused, speaks_json


class SentValue:
    """An argument of a task's function, as a dispatch gives it."""

    of = Dispatch

    def __init__(self, dispatch: Dispatch, argument: Argument, place: int) -> None:
        self.dispatch = dispatch
        self.module = dispatch.module
        self.node: ast.expr = argument.node
        self.name = argument.name
        self.place = place
        self.whole = argument.span

    @classmethod
    def find(cls, module: Module) -> Iterable[SentValue]:
        for dispatch in module.all(Dispatch):
            if dispatch.method != "apply":
                arguments = dispatch.arguments
                if arguments.open and not dispatch.passes_arguments:
                    continue  # what `args` or `kwargs` names may be filled with other things by now
                for place, argument in enumerate((*arguments.positional, *arguments.named)):
                    yield cls(dispatch, argument, place)

    @lazy
    def refused(self) -> Refused | None:
        """The part of the value that JSON refuses, unless the message may be written in another way."""
        if isinstance(self.node, ast.Constant) or not self.is_json:
            return None
        found = refused(self.dispatch.module, self.node)
        may_be_dumped = self.dispatch.task is None and found is not None and found.what == PYDANTIC_MODEL
        return None if may_be_dumped else found

    @property
    def is_json(self) -> bool:
        """Whether the argument is written by kombu's JSON as it is: neither the project, the task nor this call says
        how to write arguments, or may turn them into something else."""
        task = self.dispatch.task
        if not speaks_json(self.dispatch.module) or self.dispatch.option("serializer") or self.dispatch.has_own_sender:
            return False
        return task is None or not any(task.option(name) for name in ("serializer", "pydantic"))

    @lazy
    def parameter(self) -> ast.arg | None:
        """The parameter of the task's function that it becomes, where both can be seen: a canvas may put a result
        before those of a signature."""
        task = self.dispatch.task
        given = task.given_parameters if task else None
        if task is None or given is None:
            return None
        may_be_shifted = self.dispatch.method in ("s", "signature", "subtask") or self.dispatch.arguments.open
        name = self.name
        if name is None and self.place < len(given.positional) and not may_be_shifted:
            name = given.positional[self.place]
        arguments = task.node.args
        return next((each for each in (*arguments.args, *arguments.kwonlyargs) if each.arg == name), None)

    @lazy
    def span(self) -> Span:
        """The place of the refused part, if it stands in the argument itself, else of the argument."""
        part = self.refused.span if self.refused else self.whole
        return part if self.whole[:2] <= part[:2] <= self.whole[2:] else self.whole
