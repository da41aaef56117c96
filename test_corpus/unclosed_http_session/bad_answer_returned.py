import asyncio

import aiohttp
from celery import shared_task

from prices.store import keep_price


async def _get(url: str) -> aiohttp.ClientResponse:
    session = aiohttp.ClientSession()  # expect CEL410: aiohttp.ClientSession()
    return await session.get(url)


async def _fetch(symbol: str) -> float:
    answer = await _get(f"https://prices.example/{symbol}")
    return (await answer.json())["price"]


@shared_task
def refresh_price(symbol: str) -> None:
    keep_price(symbol, asyncio.run(_fetch(symbol)))
