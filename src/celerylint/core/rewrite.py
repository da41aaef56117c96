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


class ReraiseFirst(NamedTuple):
    """`except Exception: log()` -> `except Retry: raise` before it, and the import: qualified names of exceptions. Also
    before the handlers around it that would take them next."""

    handlers: tuple[Span, ...]
    kinds: tuple[str, ...]


class RaiseAtEnd(NamedTuple):
    """`except Exception: log()` -> `except Exception: log(); raise`; a `return` at the end becomes the `raise`."""

    handler: Span


class CallFirst(NamedTuple):
    """`except Exception: log()` -> `except Exception: session.rollback(); log()`."""

    handler: Span
    call: str


class GuardCall(NamedTuple):
    """`engine.dispose()` -> `try: engine.dispose()` and `except Exception: logger.exception("...")`."""

    call: Span


class OpenInWith(NamedTuple):
    """`session = Session(); work()` -> `with Session() as session: work()`, with all that follows in its block."""

    call: Span
    is_async: bool


class CallInFinally(NamedTuple):
    """`engine = make(); work()` -> `engine = make()`, `try: work()`, `finally: engine.dispose()`.

    The `try` is around all that follows `start` in its block, or around `start` too if it `includes_start`. A call that
    stands there already is `moved` to the `finally`, and ends it.
    """

    start: Span
    includes_start: bool
    call: str
    moved: Span | None


class SavepointPerItem(NamedTuple):
    """`try: work() except Exception: session.rollback()` -> `try: with session.begin_nested(): work()`, without the
    rollback."""

    handler: Span
    session: str
    is_async: bool


class TakeBefore(NamedTuple):
    """`try: work() except Exception: log(order.id)` -> `order_id = order.id` before it, and `log(order_id)`."""

    read: Span


class RunCall(NamedTuple):
    """`send(1)` -> `asyncio.run(send(1))`; `runner` is a name of the file, or empty for that one."""

    call: Span
    runner: str


class CallInstead(NamedTuple):
    """`asyncio.sleep(1)` -> `time.sleep(1)`, and the import of the module."""

    call: Span
    function: str


class UseNullPool(NamedTuple):
    """`create_engine(url)` -> `create_engine(url, poolclass=NullPool)`, and the import."""

    call: Span


class MakeTuple(NamedTuple):
    """`autoretry_for=(OSError)` -> `autoretry_for=(OSError,)`: a value into a tuple of its own."""

    value: Span


class SetValue(NamedTuple):
    """`exc_info=False` -> `exc_info=True`: a value for another."""

    value: Span
    source: str


class WrapValue(NamedTuple):
    """`{1, 2}` -> `list({1, 2})`: a value handed to a builtin function."""

    value: Span
    function: str


class TakeAttribute(NamedTuple):
    """`order` -> `order.pk`."""

    value: Span
    attribute: str


class Compare(NamedTuple):
    """`retries > limit` -> `retries >= limit`: a comparison by another operator."""

    comparison: Span
    operator: str


class DeferCall(NamedTuple):
    """`on_commit(send.delay(1))` -> `on_commit(lambda: send.delay(1))`."""

    call: Span


class CallOnCommit(NamedTuple):
    """`send.delay(1)` -> `transaction.on_commit(lambda: send.delay(1))`, with Django's `transaction`."""

    call: Span


class CloneChain(NamedTuple):
    """`steps.delay()` -> `steps.clone().delay()`: each place where the name of a chain is read to send it."""

    names: tuple[Span, ...]


class SpareException(NamedTuple):
    """`task(autoretry_for=(Exception,))` -> `task(autoretry_for=(Exception,), dont_autoretry_for=(Reject,))`, or one
    more in the tuple that stands there; and the import of the exception, which is named with its module."""

    autoretry_for: Span
    listed: Span | None
    exception: str


class PutTaskAbove(NamedTuple):
    """`@timed @app.task` -> `@app.task @timed`: the decorator that makes the task above another."""

    function: Span
    decorator: Span
    other: Span


class RunCoroutine(NamedTuple):
    """`async def load(x)` -> `def load(x): return run(_load(x))` and `async def _load(x)`. `runner` is a name of the
    file; if it is empty, that is `asyncio.run`."""

    function: Span
    runner: str


class RunWith(NamedTuple):
    """`asyncio.run(load())` -> `run_async(load())`, a name of the file."""

    call: Span
    runner: str


class AwaitArgument(NamedTuple):
    """`asyncio.run(load())` -> `await load()`, `async_to_sync(load)()` -> `await load()`."""

    call: Span


class LoadEagerly(NamedTuple):
    """`select(Order)` -> `select(Order).options(selectinload(Order.lines))`; of `session.get(Order, 1)` the option
    `options=[...]`. `query` is that call, `model` the class in it."""

    query: Span
    model: Span
    attribute: str


class GiveZone(NamedTuple):
    """`datetime.now()`, `datetime.utcnow()` -> `datetime.now(timezone.utc)`; `utcfromtimestamp(s)` likewise."""

    call: Span


class CatchInstead(NamedTuple):
    """`except TimeoutError` -> the class of that name in another module, imported."""

    exception: Span
    module: str


class ImportFrom(NamedTuple):
    """`from celery.task import task` -> `from celery import shared_task as task`: one name of an import."""

    alias: Span
    module: str
    name: str


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
    | ReraiseFirst
    | RaiseAtEnd
    | CallFirst
    | GuardCall
    | OpenInWith
    | CallInFinally
    | SavepointPerItem
    | TakeBefore
    | RunCall
    | CallInstead
    | UseNullPool
    | MakeTuple
    | SetValue
    | WrapValue
    | TakeAttribute
    | Compare
    | DeferCall
    | CallOnCommit
    | CloneChain
    | SpareException
    | PutTaskAbove
    | RunCoroutine
    | RunWith
    | AwaitArgument
    | LoadEagerly
    | GiveZone
    | CatchInstead
    | ImportFrom
)
