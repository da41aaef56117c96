"""A helper of another module is handed the engine: it may dispose of it."""

import asyncio

from celery import shared_task
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine

from trips.db import using
from trips.models import Trip

engine = create_async_engine("postgresql+asyncpg://localhost/trips")
make_session = async_sessionmaker(engine)


async def _end(trip_id: int) -> None:
    async with using(engine), make_session.begin() as session:
        trip = await session.get_one(Trip, trip_id)
        trip.ended = True


@shared_task
def end_trip(trip_id: int) -> None:
    asyncio.run(_end(trip_id))
