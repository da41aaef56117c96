"""Without a disposal the session's connection stays in the engine's pool when the loop is gone; with one, or without a
pool, none does."""

import asyncio
import gc
from importlib.util import find_spec
from typing import Any

from sqlalchemy import event, text
from sqlalchemy.engine import Engine
from sqlalchemy.ext.asyncio import AsyncEngine, async_sessionmaker, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, NullPool, Pool

from proofs import lab

app = lab.memory_app()
open_connections: set[Any] = set()


@event.listens_for(Engine, "connect")
def opened(connection: Any, _record: Any) -> None:
    open_connections.add(connection)


@event.listens_for(Engine, "close")
def closed(connection: Any, _record: Any) -> None:
    open_connections.discard(connection)


def create_task_session_maker(pool: type[Pool]) -> tuple[async_sessionmaker[Any], AsyncEngine]:
    engine = create_async_engine("sqlite+aiosqlite:///harbour.db", poolclass=pool)
    return async_sessionmaker(engine), engine


async def forget(pool: type[Pool]) -> None:
    session_maker, _engine = create_task_session_maker(pool)
    async with session_maker() as session:
        await session.execute(text("SELECT 1"))


async def dispose(pool: type[Pool]) -> None:
    session_maker, engine = create_task_session_maker(pool)
    try:
        async with session_maker() as session:
            await session.execute(text("SELECT 1"))
    finally:
        await engine.dispose()


@app.task
def run(name: str, is_pooled: bool) -> None:
    pool: type[Pool] = AsyncAdaptedQueuePool if is_pooled else NullPool
    asyncio.run({"forget": forget, "dispose": dispose}[name](pool))


def left_open(name: str, is_pooled: bool = True) -> int:
    """The connections that are open after three runs."""
    open_connections.clear()
    for _ in range(3):
        lab.outcome(run.delay(name, is_pooled))
    left = len(open_connections)
    for connection in open_connections:  # its thread would outlive the proof
        getattr(connection.driver_connection, "stop", int)()
    return left


def prove() -> None:
    if find_spec("aiosqlite") is None:
        lab.skip("aiosqlite is not installed")
    gc.disable()  # the collector would close the forgotten connections, sooner or later
    with lab.worker_thread(app):
        lab.claim("hazard: the session is closed, the engine is not disposed of", left_open("forget"), 3)
        lab.claim("mended: disposed of in finally", left_open("dispose"), 0)
        lab.claim("mended: without a pool", left_open("forget", is_pooled=False), 0)


if __name__ == "__main__":
    lab.main(prove)
