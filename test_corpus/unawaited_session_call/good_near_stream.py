"""`stream` of a connection and `begin` of an engine are entered, not awaited."""

import asyncio

from celery import shared_task
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from exports.files import append_line


async def _export(url: str, path: str) -> None:
    engine = create_async_engine(url)
    async with engine.connect() as connection, connection.stream(text("SELECT * FROM sales")) as rows:
        async for row in rows:
            append_line(path, row)
    await engine.dispose()


@shared_task
def export_sales(url: str, path: str) -> None:
    asyncio.run(_export(url, path))
