"""The plain function inside the coroutine goes to an executor."""

import asyncio

from celery import shared_task

from maps.tiles import draw_tile
from maps.upload import upload


async def _draw(zoom: int, column: int, row: int) -> None:
    def draw_in_thread() -> str:
        return asyncio.run(draw_tile(zoom, column, row))

    loop = asyncio.get_running_loop()
    path = await loop.run_in_executor(None, draw_in_thread)
    await upload(path)


@shared_task
def draw(zoom: int, column: int, row: int) -> None:
    asyncio.run(_draw(zoom, column, row))
