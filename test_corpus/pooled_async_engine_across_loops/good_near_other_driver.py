"""psycopg and aiosqlite work in any loop; of a URL from the settings nobody knows the driver."""

import asyncio

from celery import shared_task
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from ledger.settings import settings

accounts = create_async_engine("postgresql+psycopg://localhost/accounts")
cache = create_async_engine("sqlite+aiosqlite:///cache.db")
archive = create_async_engine(settings.archive_url)


async def _count() -> list[int]:
    counts = []
    for engine in (accounts, cache, archive):
        async with engine.connect() as connection:
            counts.append(await connection.scalar(text("SELECT count(*) FROM bookings")))
    async with archive.begin() as connection:
        await connection.execute(text("DELETE FROM bookings"))
    return counts


@shared_task
def count_bookings() -> list[int]:
    return asyncio.run(_count())
