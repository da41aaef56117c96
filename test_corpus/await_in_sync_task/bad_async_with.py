import asyncio

import aiohttp
from celery import shared_task


def _execute(url: str) -> str:
    async with aiohttp.ClientSession() as session:  # expect CEL414: aiohttp.ClientSession()
        async with session.get(url) as answer:
            return await answer.text()


@shared_task
def fetch_page(url: str) -> str:
    return asyncio.run(_execute(url))
