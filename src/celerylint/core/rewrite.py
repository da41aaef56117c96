"""What a fix may be meant to do: a closed set of intentions.

They hold places and words, never nodes. `fixing/` turns them into edits; a rule only names the one it means.
"""

from __future__ import annotations

from typing import NamedTuple

from celerylint.core.span import Span


class RaiseCall(NamedTuple):
    """`self.retry()` -> `raise self.retry()`, where the call stands alone or is returned."""

    call: Span


class ReturnCall(NamedTuple):
    """`self.replace(x)` -> `return self.replace(x)`, where the call stands alone."""

    call: Span


class BindTask(NamedTuple):
    """`@app.task` -> `@app.task(bind=True)`; a function that has no `self` yet gets one."""

    decorator: Span
    function: Span
    lacks_self: bool


class TakeSelf(NamedTuple):
    """`def charge(order_id)` -> `def charge(self, order_id)`."""

    function: Span


class AddArguments(NamedTuple):
    """`crontab(hour=3)` -> `crontab(minute=0, hour=3)`; what is called without parentheses gets them."""

    call: Span
    arguments: tuple[tuple[str, str], ...]


class NameArguments(NamedTuple):
    """`retry(error)` -> `retry(exc=error)`, `f(old=1)` -> `f(new=1)`: each argument and its name."""

    arguments: tuple[tuple[Span, str], ...]


class DropArgument(NamedTuple):
    """`task(acks_late=True, max_retry=1)` -> `task(acks_late=True)`."""

    argument: Span


class RenameKey(NamedTuple):
    """`{"visibility_timout": 60}` -> `{"visibility_timeout": 60}`: the text of a literal, its quotes kept."""

    key: Span
    name: str


class CallMethod(NamedTuple):
    """`charge.delay(1)` -> `charge.s(1)`, `time.time()` -> `time.monotonic()`: each call gets that method."""

    calls: tuple[Span, ...]
    method: str


class MoveOptions(NamedTuple):
    """`charge.delay(1, countdown=5)` -> `charge.apply_async(args=(1,), countdown=5)`."""

    call: Span
    options: tuple[str, ...]


class SignTask(NamedTuple):
    """`charge(1)` -> `charge.s(1)`, `charge` -> `charge.s()`."""

    task: Span


class ShareTask(NamedTuple):
    """`@current_app.task` -> `@shared_task`, and its import."""

    factory: Span


class PassLogValues(NamedTuple):
    """`info(f"sent {order}")` -> `info("sent %s", order)`."""

    text: Span


class GetFromSession(NamedTuple):
    """`session.query(Order).get(7)` -> `session.get(Order, 7)`."""

    call: Span


class AwaitCall(NamedTuple):
    """`session.commit()` -> `await session.commit()`."""

    call: Span


class OrEmpty(NamedTuple):
    """`inspector.active().items()` -> `(inspector.active() or {}).items()`."""

    call: Span


class TakeSeconds(NamedTuple):
    """`countdown=timedelta(minutes=5)` -> `countdown=timedelta(minutes=5).total_seconds()`."""

    value: Span


class TakeKeywords(NamedTuple):
    """`def receive(sender)` -> `def receive(sender, **kwargs)`."""

    function: Span


Rewrite = (
    RaiseCall
    | ReturnCall
    | BindTask
    | TakeSelf
    | AddArguments
    | NameArguments
    | DropArgument
    | RenameKey
    | CallMethod
    | MoveOptions
    | SignTask
    | ShareTask
    | PassLogValues
    | GetFromSession
    | AwaitCall
    | OrEmpty
    | TakeSeconds
    | TakeKeywords
)
