import asyncio

import aiohttp
from celery import shared_task

from prices.store import keep_price


async def _fetch(symbol: str) -> float:
    async with aiohttp.ClientSession() as session:
        answer = await session.get(f"https://prices.example/{symbol}")
        price = (await answer.json())["price"]
        return price


@shared_task
def refresh_price(symbol: str) -> None:
    keep_price(symbol, asyncio.run(_fetch(symbol)))
