"""Each item has a session of its own, and what was loaded with it."""

from celery import shared_task

from maps.db import AsyncSessionLocal
from maps.draw import draw
from maps.models import Tile
from maps.runner import run_async


async def _draw_all(tile_ids: list[int]) -> list[int]:
    failed = []
    for tile_id in tile_ids:
        async with AsyncSessionLocal() as session:
            tile = await session.get_one(Tile, tile_id)
            try:
                tile.image = await draw(tile.zoom, tile.column, tile.row)
                await session.commit()
            except ValueError:
                await session.rollback()
                failed.append(tile_id)
    return failed


@shared_task
def draw_all(tile_ids: list[int]) -> list[int]:
    return run_async(_draw_all(tile_ids))
