from celery import shared_task

from weather.client import forecast_of
from weather.runner import run_async
from weather.store import keep


async def _load(city: str) -> None:
    keep(city, await forecast_of(city))


@shared_task
def load(city: str) -> None:
    run_async(_load(city))


@shared_task
def load_twice(city: str) -> None:
    run_async(_load(city))
    run_async(_load(city))
