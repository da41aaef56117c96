"""Calls whose arguments the task's function does not take."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from celerylint.celery.calls import PASSING
from celerylint.celery.options import EXECUTION_OPTIONS
from celerylint.core.span import Span
from celerylint.facts.arguments import Arguments
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.parameters import Parameters

_COMPARED = PASSING | {"apply_async", "apply_async_on_commit", "signature"}
Kind = Literal["surplus", "unknown", "twice", "missing"]


class Misfit(NamedTuple):
    """Why arguments do not fit parameters.

    `kind` is surplus (too many by place), unknown (a keyword), twice (by place and by name) or missing; `name` is the
    parameter or keyword, `given` and `taken` count the arguments by place. A missing one has no `span`.
    """

    kind: Kind
    span: Span | None = None
    name: str = ""
    given: int = 0
    taken: int = 0


def misfit(
    taken: Parameters, given: Arguments, *, is_complete: bool = True, ignored: frozenset[str] = frozenset()
) -> Misfit | None:
    """The first reason why arguments do not fit; `is_complete` means that nothing is added later, `ignored` are
    keywords that are no argument."""
    count = len(given.positional)
    if count > len(taken.positional) and not taken.star:
        surplus = given.positional[len(taken.positional)]
        return Misfit("surplus", surplus.span, given=count, taken=len(taken.positional))
    by_place = taken.positional[:count]
    for argument in given.named:
        name = argument.name or ""
        if name in by_place and name in taken.keyword:
            return Misfit("twice", argument.span, name)
        if not taken.takes(name) and not taken.double_star and name not in ignored:
            return Misfit("unknown", argument.span, name)
    if given.open or not is_complete:
        return None
    named = {argument.name for argument in given.named}
    missing = [name for name in taken.required if name not in by_place and name not in named]
    return Misfit("missing", None, missing[0]) if missing else None


class Mismatch:
    """A dispatch with arguments that the task's function does not take, or without one that it needs."""

    of = Dispatch

    def __init__(self, dispatch: Dispatch, found: Misfit) -> None:
        self.dispatch = dispatch
        self.node = dispatch.node
        self.span = found.span or dispatch.span
        self.kind = found.kind
        self.name = found.name
        self.given = found.given
        self.taken = found.taken

    @classmethod
    def find(cls, module: Module) -> Iterable[Mismatch]:
        for dispatch in module.all(Dispatch):
            task = dispatch.task
            if not dispatch.is_of_task:
                continue  # an immutable signature ignores what is added to it
            if task and dispatch.method in _COMPARED and task.checks_arguments and task.given_parameters:
                options = EXECUTION_OPTIONS if dispatch.passes_arguments else frozenset()
                complete = _is_complete(dispatch)
                found = misfit(task.given_parameters, dispatch.arguments, is_complete=complete, ignored=options)
                if found:
                    yield cls(dispatch, found)


def _is_complete(dispatch: Dispatch) -> bool:
    """Whether nothing is added later, as the result of the task before is to a signature."""
    return dispatch.method == "si" or (dispatch.is_sent and dispatch.is_of_task)
