"""A disposal that fails takes the place of the task's error, and the engine after it keeps its connection."""

import asyncio
import gc
from contextlib import suppress
from importlib.util import find_spec
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool

from proofs import lab

app = lab.memory_app()
engines: list[AsyncEngine] = []


async def dispose_clock_engine() -> None:
    raise ConnectionResetError("the server has gone away")


async def work(is_guarded: bool) -> None:
    engine = create_async_engine("sqlite+aiosqlite:///payroll.db", poolclass=AsyncAdaptedQueuePool)
    engines.append(engine)
    try:
        async with engine.connect() as connection:
            await connection.execute(text("SELECT 1"))
        raise ValueError("the work has failed")
    finally:
        if is_guarded:
            with suppress(ConnectionResetError):
                await dispose_clock_engine()
        else:
            await dispose_clock_engine()
        await engine.dispose()


@app.task
def copy_hours(is_guarded: bool) -> None:
    asyncio.run(work(is_guarded))


def came_to(is_guarded: bool) -> tuple[str, int]:
    """The name of the error that the task ends with, and the connections left in the pool of the second engine."""
    name: Any = lab.outcome(copy_hours.delay(is_guarded))[1]
    pool = engines.pop().pool
    assert isinstance(pool, AsyncAdaptedQueuePool)
    return name, pool.checkedin()


def prove() -> None:
    if find_spec("aiosqlite") is None:
        lab.skip("aiosqlite is not installed")
    gc.disable()
    with lab.worker_thread(app):
        lab.claim("hazard: the first disposal fails", came_to(is_guarded=False), ("ConnectionResetError", 1))
        lab.claim("mended: each is guarded", came_to(is_guarded=True), ("ValueError", 0))


if __name__ == "__main__":
    lab.main(prove)
