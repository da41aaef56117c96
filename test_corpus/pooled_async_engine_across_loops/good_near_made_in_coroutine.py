"""Each run makes an engine of its own; that of the module is used by the web server alone."""

import asyncio

from celery import shared_task
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

URL = "postgresql+asyncpg://localhost/forum"
engine = create_async_engine(URL)


async def read_thread(thread_id: int) -> str:
    async with engine.connect() as connection:
        return await connection.scalar(text("SELECT title FROM threads WHERE id = :id"), {"id": thread_id})


async def _lock(thread_id: int) -> None:
    engine = create_async_engine(URL)
    try:
        async with engine.begin() as connection:
            await connection.execute(text("UPDATE threads SET locked = true WHERE id = :id"), {"id": thread_id})
    finally:
        await engine.dispose()


@shared_task
def lock_thread(thread_id: int) -> None:
    asyncio.run(_lock(thread_id))
