"""The stack disposes of the engine on every way out."""

import asyncio
from contextlib import AsyncExitStack

from celery import shared_task
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine


@shared_task
def ping(url: str) -> None:
    asyncio.run(_ping(url))


async def _ping(url: str) -> None:
    async with AsyncExitStack() as stack:
        engine = create_async_engine(url)
        stack.push_async_callback(engine.dispose)
        async with engine.connect() as connection:
            await connection.execute(text("SELECT 1"))
