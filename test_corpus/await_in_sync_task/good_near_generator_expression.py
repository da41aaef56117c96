"""An asynchronous generator expression may be made anywhere, and is used in a coroutine."""

import asyncio
from collections.abc import AsyncIterator

from celery import shared_task

from sensors.client import read_sensor


def _readings(names: list[str]) -> AsyncIterator[float]:
    return (await read_sensor(name) for name in names)


async def _highest(names: list[str]) -> float:
    return max([reading async for reading in _readings(names)])


@shared_task
def highest_reading(names: list[str]) -> float:
    return asyncio.run(_highest(names))
