"""Execution options as calls give them: known or not, and what they are given."""

from __future__ import annotations

from collections.abc import Iterable

from celerylint.celery.calls import CALL_OPTION_ALIASES, CALL_OPTIONS, PARAMETERS
from celerylint.celery.options import EXECUTION_OPTIONS
from celerylint.facts.arguments import given_options
from celerylint.facts.canvas_dispatch import CanvasDispatch
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.name_read import is_read
from celerylint.facts.retry import Retry
from celerylint.facts.spelling import nearest
from celerylint.facts.task_class import Option
from celerylint.syntax.value import is_timedelta

_MEANT = (EXECUTION_OPTIONS | {"args", "kwargs"}) - {"eta"}


class CallOption:
    """An execution option of `apply_async`, `send_task`, `signature`, `set` or `retry`."""

    of = (Dispatch, CanvasDispatch, Retry)

    def __init__(self, module: Module, option: Option, method: str, is_read_elsewhere: bool) -> None:
        self.module = module
        self.node = option.node
        self.name = option.name
        self.span = option.span
        self.method = method
        self._option = option
        self._is_read_elsewhere = is_read_elsewhere

    @classmethod
    def find(cls, module: Module) -> Iterable[CallOption]:
        for dispatch in module.all(Dispatch):
            named = dispatch.options.named
            is_read = "stamped_headers" in named or dispatch.has_own_sender
            for option in named.values():
                yield cls(module, option, dispatch.method, is_read)
        for canvas in module.all(CanvasDispatch):
            is_read = "stamped_headers" in canvas.options.named
            for option in canvas.options.named.values():
                yield cls(module, option, canvas.method, is_read)
        for retry in module.all(Retry):
            is_read = retry.task is not None and retry.task.has_own_sender
            for option in given_options(module, retry.node, PARAMETERS["retry"]).named.values():
                yield cls(module, option, "retry", is_read)

    @property
    def meant(self) -> str | None:
        """The option that was probably meant by one that Celery does not know."""
        if self.name in CALL_OPTIONS or self._is_read_elsewhere:
            return None
        if self.name in CALL_OPTION_ALIASES:
            return CALL_OPTION_ALIASES[self.name]
        if is_read(self.module, self.name):
            return None
        return nearest(self.name, _MEANT)

    @property
    def unfit(self) -> str | None:
        """What the option is given instead of seconds or a time: "a timedelta", "text", "a number"."""
        value = self._option.value
        if self.name in ("countdown", "expires", "eta") and is_timedelta(self.node, self.module.scopes):
            return "a timedelta"
        if self.name == "countdown" and isinstance(value, str):
            return "text"
        return "a number" if self.name == "eta" and value and isinstance(value, (int, float)) else None
