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

    def __init__(self, dispatch: Dispatch, argument: Argument) -> None:
        self.dispatch = dispatch
        self.node: ast.expr = argument.node
        self.whole = argument.span

    @classmethod
    def find(cls, module: Module) -> Iterable[SentValue]:
        for dispatch in module.all(Dispatch):
            if dispatch.method != "apply":
                arguments = dispatch.arguments
                if arguments.open and not dispatch.passes_arguments:
                    continue  # what `args` or `kwargs` names may be filled with other things by now
                yield from (cls(dispatch, each) for each in (*arguments.positional, *arguments.named))

    @lazy
    def refused(self) -> Refused | None:
        """The part of the value that JSON refuses, unless the message may be written in another way."""
        if isinstance(self.node, ast.Constant) or not speaks_json(self.dispatch.module) or self._is_converted:
            return None
        found = refused(self.dispatch.module, self.node)
        may_be_dumped = self.dispatch.task is None and found is not None and found.what == PYDANTIC_MODEL
        return None if may_be_dumped else found

    @property
    def _is_converted(self) -> bool:
        """Whether the task, or this call, may have arguments turned into something else, or says how to write them."""
        task = self.dispatch.task
        if self.dispatch.option("serializer") or self.dispatch.has_own_sender:
            return True
        return task is not None and any(task.option(name) for name in ("serializer", "pydantic"))

    @lazy
    def span(self) -> Span:
        """The place of the refused part, if it stands in the argument itself, else of the argument."""
        part = self.refused.span if self.refused else self.whole
        return part if self.whole[:2] <= part[:2] <= self.whole[2:] else self.whole
