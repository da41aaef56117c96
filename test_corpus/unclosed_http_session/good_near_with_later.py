"""The session is made first and entered later."""

import asyncio

import aiohttp
from celery import shared_task

from hotels.store import keep_rooms


async def _load(hotel: str) -> list[str]:
    connector = aiohttp.TCPConnector(limit=4)
    session = aiohttp.ClientSession(connector=connector)
    session.headers.update({"Accept": "application/json"})
    async with session:
        answer = await session.get(f"https://hotels.example/{hotel}")
        return await answer.json()


@shared_task
def refresh_rooms(hotel: str) -> None:
    keep_rooms(hotel, asyncio.run(_load(hotel)))
