"""Calls whose arguments the task's function does not take."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from celerylint.celery.options import EXECUTION_OPTIONS
from celerylint.core.span import Span
from celerylint.facts.arguments import Arguments
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.parameters import Parameters

_COMPARED = frozenset({"delay", "delay_on_commit", "apply_async", "apply_async_on_commit", "s", "si", "signature"})
Kind = Literal["surplus", "unknown", "twice", "missing"]


class Mismatch:
    """A dispatch with arguments that the task's function does not take, or without one that it needs.

    `kind` is surplus (too many by place), unknown (a keyword), twice (by place and by name) or missing; `name` is the
    parameter or keyword, `given` and `taken` count the arguments by place.
    """

    words = Dispatch.words

    def __init__(self, dispatch: Dispatch, kind: Kind, span: Span, name: str = "", given: int = 0, taken: int = 0):
        self.dispatch = dispatch
        self.node = dispatch.node
        self.kind = kind
        self.span = span
        self.name = name
        self.given = given
        self.taken = taken

    @classmethod
    def find(cls, module: Module) -> Iterable[Mismatch]:
        for dispatch in module.all(Dispatch):
            task = dispatch.task
            if task and dispatch.method in _COMPARED and task.checks_arguments and task.given_parameters:
                found = cls._of(dispatch, task.given_parameters, dispatch.arguments)
                if found:
                    yield found

    @classmethod
    def _of(cls, dispatch: Dispatch, taken: Parameters, given: Arguments) -> Mismatch | None:
        """The first mismatch of a call."""
        count = len(given.positional)
        if count > len(taken.positional) and not taken.star:
            surplus = given.positional[len(taken.positional)]
            return cls(dispatch, "surplus", surplus.span, given=count, taken=len(taken.positional))
        by_place = taken.positional[:count]
        for argument in given.named:
            name = argument.name or ""
            if name in by_place and name in taken.keyword:
                return cls(dispatch, "twice", argument.span, name)
            is_option = dispatch.passes_arguments and name in EXECUTION_OPTIONS
            if not taken.takes(name) and not taken.double_star and not is_option:
                return cls(dispatch, "unknown", argument.span, name)
        if given.open or not _is_complete(dispatch):
            return None
        named = {argument.name for argument in given.named}
        missing = [name for name in taken.required if name not in by_place and name not in named]
        return cls(dispatch, "missing", dispatch.span, missing[0]) if missing else None


def _is_complete(dispatch: Dispatch) -> bool:
    """Whether nothing is added later, as the result of the task before is to a signature."""
    return dispatch.method == "si" or (dispatch.is_sent and dispatch.is_of_task)
