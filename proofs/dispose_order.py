"""The order in which two engines are disposed of makes no difference: either way no connection is left."""

import asyncio
from importlib.util import find_spec
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.engine import Engine
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from proofs import lab

app = lab.memory_app()
open_connections: set[Any] = set()


@event.listens_for(Engine, "connect")
def opened(connection: Any, _record: Any) -> None:
    open_connections.add(connection)


@event.listens_for(Engine, "close")
def closed(connection: Any, _record: Any) -> None:
    open_connections.discard(connection)


async def work(opened_last_first: bool) -> int:
    own = create_async_engine("sqlite+aiosqlite:///payroll.db", poolclass=AsyncAdaptedQueuePool)
    other = create_async_engine("sqlite+aiosqlite:///clock.db", poolclass=AsyncAdaptedQueuePool)
    try:
        async with own.connect() as first, other.connect() as second:
            await first.execute(text("SELECT 1"))
            await second.execute(text("SELECT 1"))
            return len(open_connections)
    finally:
        for engine in (other, own) if opened_last_first else (own, other):
            await engine.dispose()


@app.task
def copy_hours(opened_last_first: bool) -> int:
    return asyncio.run(work(opened_last_first))


def prove() -> None:
    if find_spec("aiosqlite") is None:
        lab.skip("aiosqlite is not installed")
    with lab.worker_thread(app):
        for opened_last_first in (True, False):
            outcome = lab.outcome(copy_hours.delay(opened_last_first))
            name = "opened last, disposed of first" if opened_last_first else "opened first, disposed of first"
            lab.claim(
                f"no hazard: {name}: connections while it works, and after", (outcome[1], len(open_connections)), (2, 0)
            )


if __name__ == "__main__":
    lab.main(prove)
