"""Each coroutine is handed the maker, or a session opened for it alone."""

import asyncio

from celery import shared_task
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker

from maps.db import engine
from maps.draw import draw, label

make_session = async_sessionmaker(engine)


async def _draw_all(tiles: list[int], labels: list[int]) -> None:
    await asyncio.gather(*(draw(make_session, tile) for tile in tiles))
    async with AsyncSession(engine) as first, AsyncSession(engine) as second:
        await asyncio.gather(label(first, labels[0]), label(second, labels[1]))
    async with asyncio.TaskGroup() as group:
        for tile in tiles:
            session = make_session()
            group.create_task(draw(session, tile))


@shared_task
def draw_all(tiles: list[int], labels: list[int]) -> None:
    asyncio.run(_draw_all(tiles, labels))
