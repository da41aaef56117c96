"""An HTTP client has sessions too, and what no task reaches may use what it likes."""

import asyncio

import aiohttp
from celery import shared_task

from bakery.db import SessionLocal
from bakery.stock import count_flour


@shared_task
def fetch_price(grain: str) -> str:
    async def _execute() -> str:
        async with aiohttp.ClientSession() as session:
            async with session.get(f"https://grain.example/{grain}") as answer:
                return await answer.text()

    return asyncio.run(_execute())


async def flour_for_the_page() -> int:
    async with SessionLocal() as session:
        return await count_flour(session)
