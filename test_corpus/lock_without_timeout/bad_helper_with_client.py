import asyncio

from celery import shared_task
from redis.asyncio import Redis
from redis.lock import Lock
from redis import from_url

from warehouse.stock import sort_shelf, weigh


@shared_task
def sort_shelves(hall: int) -> None:
    async def sort() -> None:
        async with Redis(host="cache") as client:
            await _sort(client, hall)

    asyncio.run(sort())


async def _sort(client: Redis, hall: int) -> None:
    async with client.lock("sorting", timeout=None):  # expect CEL118: client.lock("sorting", timeout=None)
        await sort_shelf(hall)


@shared_task
def weigh_pallets(hall: int) -> None:
    with Lock(from_url("redis://cache"), f"scales:{hall}"):  # expect CEL118: Lock(from_url("redis://cache"), f"scales:{hall}")
        weigh(hall)
