import asyncio

from celery import shared_task

from trips.db import AsyncSessionLocal
from trips.load import load_border, load_weather
from trips.runner import run_async


async def _prepare(trip_id: int) -> None:
    async with AsyncSessionLocal() as session:
        async with asyncio.TaskGroup() as group:
            group.create_task(load_border(session, trip_id))
            group.create_task(load_weather(session, trip_id))  # expect CEL321: group.create_task(load_weather(session, trip_id))
        await session.commit()


@shared_task
def prepare_trip(trip_id: int) -> None:
    run_async(_prepare(trip_id))
