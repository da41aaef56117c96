"""A decorator of the project that is made inside the function is known by its key; a storage keeps the
counts; a loop may open the breaker of one run."""

import aiohttp
import pybreaker
import redis
from celery import shared_task

from toys.circuit_breaker import circuit_breaker
from toys.runners import run_async

storage = pybreaker.CircuitRedisStorage(pybreaker.STATE_CLOSED, redis.Redis())


async def _fetch_toy(toy: int) -> dict:
    @circuit_breaker("toy_api")
    async def _fetch() -> dict:
        async with aiohttp.ClientSession() as session:
            async with session.get(f"https://toys.example.com/{toy}") as answer:
                return await answer.json()

    return await _fetch()


@shared_task(bind=True)
def update_toy(self, toy: int) -> dict:
    return run_async(_fetch_toy(toy))


@shared_task
def update_box(box: int) -> dict:
    breaker = pybreaker.CircuitBreaker(fail_max=5, state_storage=storage)
    return breaker.call(_box, box)


def _box(box: int) -> dict:
    import requests

    return requests.get(f"https://toys.example.com/boxes/{box}", timeout=5).json()


@shared_task
def update_boxes(boxes: list[int]) -> None:
    breaker = pybreaker.CircuitBreaker(fail_max=5)
    for box in boxes:
        breaker.call(_box, box)
