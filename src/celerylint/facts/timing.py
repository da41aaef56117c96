"""When a message is to be executed: `countdown`, `eta` and `expires` of a call."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cached_property

from celerylint.celery.calls import PARAMETERS
from celerylint.core.span import Span
from celerylint.facts.arguments import given_options
from celerylint.facts.broker import broker_of
from celerylint.facts.canvas_dispatch import CanvasDispatch
from celerylint.facts.dispatch import Dispatch
from celerylint.facts.module import Module
from celerylint.facts.retry import Retry
from celerylint.facts.task import Task
from celerylint.facts.task_class import Option, Options
from celerylint.facts.timedelta import timedelta_seconds
from celerylint.syntax.value import UNKNOWN, is_number, is_timedelta

_NAIVE_NOW = frozenset({"datetime.datetime.now()", "datetime.datetime.today()"})
_NOW = _NAIVE_NOW | {"datetime.datetime.utcnow()", "django.utils.timezone.now()"}
_MAX_PARTS = 20


class Timing:
    """The `countdown`, `eta` and `expires` of one `apply_async` (of a task or a canvas), `send_task`, `signature`,
    `set` or `retry`; what is given as None is not given."""

    of = (Dispatch, CanvasDispatch, Retry)
    words = ("countdown", "eta", "expires")

    def __init__(self, module: Module, node: ast.Call, method: str, options: Options, task: Task | None) -> None:
        self.module = module
        self.node = node
        self.method = method
        self.task = task
        self._options = options

    @classmethod
    def find(cls, module: Module) -> Iterable[Timing]:
        found = [
            cls(module, dispatch.node, dispatch.method, dispatch.options, dispatch.task)
            for dispatch in module.all(Dispatch)
        ]
        for canvas in module.all(CanvasDispatch):
            found.append(cls(module, canvas.node, canvas.method, canvas.options, None))
        for retry in module.all(Retry):
            options = given_options(module, retry.node, PARAMETERS["retry"])
            found.append(cls(module, retry.node, "retry", options, None))
        return (timing for timing in found if timing.countdown or timing.eta or timing.expires)

    @cached_property
    def span(self) -> Span:
        return self.module.span(self.node)

    def _option(self, name: str) -> Option | None:
        option = self._options.named.get(name)
        return option if option and option.value is not None else None

    @property
    def countdown(self) -> Option | None:
        """The seconds to wait."""
        return self._option("countdown")

    @property
    def eta(self) -> Option | None:
        """The time to wait for."""
        return self._option("eta")

    @property
    def expires(self) -> Option | None:
        """The seconds, or the time, after which it is not executed any more."""
        return self._option("expires")

    @property
    def times(self) -> list[Option]:
        """What may be a datetime."""
        return [option for option in (self.eta, self.expires) if option]

    def seconds(self, option: Option | None) -> float | None:
        """How far from now an option is, where the file shows it."""
        if option is None:
            return None
        return option.value if is_number(option.value) else _from_now(self.module, option.node)

    @property
    def delay(self) -> Option | None:
        """What says when it is executed: a countdown goes before an eta, unless it is zero."""
        return self.countdown if self.countdown and self.seconds(self.countdown) != 0 else self.eta

    @property
    def lifetime(self) -> float | None:
        """For how many seconds from now the message lives: by the call, or else by the task's own `expires`."""
        if self.expires or "expires" in self._options.named or self._options.open or self.method == "retry":
            return self.seconds(self.expires)
        own = self.task.option("expires") if self.task and self.method != "set" else None
        return own.value if own and is_number(own.value) else None

    @property
    def redelivery(self) -> float | None:
        """After how many seconds the broker delivers the message again while a worker holds it; None if that is not
        known, or never."""
        broker = broker_of(self.module)
        return broker.visibility_timeout if broker else None

    def is_given(self, option: Option | None) -> bool:
        """Whether an option surely is neither None nor zero: a number, a sum, what a function of datetime gives."""
        if option is None:
            return False
        if option.value is not UNKNOWN:
            return bool(option.value)
        node = self.module.scopes.assigned(option.node)
        if isinstance(node, ast.Call):
            name = self.module.scopes.qualified(node) or ""
            return name.startswith(("datetime.", "django.utils.timezone.", "random.", "builtins.int(", "builtins.max("))
        return isinstance(node, ast.BinOp)

    def naive_now(self, option: Option) -> Span | None:
        """The place of `datetime.now()` in a local time that nothing is done with but adding to it; None if something
        else may read it too."""
        node = option.node
        for _ in range(_MAX_PARTS):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
                node = node.right if is_timedelta(node.left, self.module.scopes) else node.left
        is_now = isinstance(node, ast.Call) and self.module.scopes.qualified(node) in _NAIVE_NOW
        return self.module.span(node) if is_now else None

    def is_naive(self, option: Option) -> bool:
        """Whether an option is a local time that does not know its zone: `datetime.now() + ...`. What is subtracted
        may be the distance to UTC."""
        node: ast.expr | None = option.node
        for _ in range(_MAX_PARTS):
            node = self.module.scopes.assigned(node) if node is not None else None
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
                node = node.right if is_timedelta(node.left, self.module.scopes) else node.left
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                if node.func.attr != "replace" or any(each.arg in ("tzinfo", None) for each in node.keywords):
                    return not node.args and not node.keywords and self.module.scopes.qualified(node) in _NAIVE_NOW
                node = node.func.value
            else:
                return False
        return False


def _from_now(module: Module, node: ast.expr) -> float | None:
    """How many seconds from now a time is: `datetime.now(timezone.utc) + timedelta(minutes=5)`."""
    known = module.scopes.assigned(node)
    if isinstance(known, ast.BinOp) and isinstance(known.op, ast.Add):
        for now, offset in ((known.left, known.right), (known.right, known.left)):
            if module.scopes.qualified(now) in _NOW:
                return timedelta_seconds(module, offset)
    return None
