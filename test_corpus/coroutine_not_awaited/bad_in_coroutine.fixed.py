import asyncio

from celery import shared_task

from kitchen.oven import Oven


async def _log(oven: Oven, dish: str) -> None:
    await oven.journal.append(dish)


async def _bake(dish: str, minutes: int) -> None:
    oven = Oven()
    await oven.bake(dish, minutes)
    await _log(oven, dish)


@shared_task
def bake(dish: str, minutes: int) -> None:
    asyncio.run(_bake(dish, minutes))
