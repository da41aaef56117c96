"""`async with` closes the session, `finally` disposes of the engine."""

from celery import shared_task
from sqlalchemy import select

from weather.db import create_task_session_maker
from weather.models import Station
from weather.runner import run_async


@shared_task
def count_stations(country: str) -> int:
    return run_async(_count_stations(country))


async def _count_stations(country: str) -> int:
    session_maker, engine = create_task_session_maker()
    try:
        async with session_maker() as session:
            stations = await session.scalars(select(Station.id).where(Station.country == country))
            return len(stations.all())
    finally:
        await engine.dispose()
