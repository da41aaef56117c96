import asyncio

from celery import Celery
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

app = Celery("metrics")


async def _count(url: str) -> int:
    engine = create_async_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.scalar(text("SELECT count(*) FROM samples"))
    finally:
        await engine.dispose()


@app.task
def count_samples(url: str) -> int:
    return asyncio.run(_count(url))
