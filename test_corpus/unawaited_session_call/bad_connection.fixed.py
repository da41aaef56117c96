import asyncio

from celery import Celery
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

app = Celery("sensors")
engine: AsyncEngine = create_async_engine("postgresql+asyncpg://localhost/sensors", poolclass=NullPool)


async def _drop_before(day: str) -> None:
    async with engine.begin() as connection:
        await connection.execute(text("DELETE FROM readings WHERE taken_at < :day"), {"day": day})


@app.task
def drop_old_readings(day: str) -> None:
    asyncio.run(_drop_before(day))
