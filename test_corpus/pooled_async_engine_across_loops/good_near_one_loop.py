"""One loop lives as long as the process, here and in the runner of another module."""

import asyncio

from celery import shared_task
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from sensors.runner import run_async

engine = create_async_engine("postgresql+asyncpg://localhost/sensors")
loop = asyncio.new_event_loop()


async def _drop_before(day: str) -> None:
    async with engine.begin() as connection:
        await connection.execute(text("DELETE FROM readings WHERE day < :day"), {"day": day})


@shared_task
def drop_old_readings(day: str) -> None:
    loop.run_until_complete(_drop_before(day))


@shared_task
def drop_and_report(day: str) -> None:
    run_async(_drop_before(day))
    asyncio.run(asyncio.sleep(0))
