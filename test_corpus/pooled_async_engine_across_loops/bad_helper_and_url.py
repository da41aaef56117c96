import asyncio

from celery import Celery
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from metrics.settings import settings

app = Celery("metrics")
DATABASE = settings.database_url.replace("postgresql://", "postgresql+asyncpg://")
engine = create_async_engine(DATABASE, pool_size=5, max_overflow=10)  # expect CEL408: create_async_engine(DATABASE, pool_size=5, max_overflow=10)


def _run(coroutine):
    loop = asyncio.new_event_loop()
    try:
        return loop.run_until_complete(coroutine)
    finally:
        loop.close()


async def _count(table: str) -> int:
    async with engine.connect() as connection:
        return await connection.scalar(text(f"SELECT count(*) FROM {table}"))


@app.task
def count_rows(table: str) -> int:
    return _run(_count(table))
