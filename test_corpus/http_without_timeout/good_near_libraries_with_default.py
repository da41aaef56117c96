"""httpx gives up after five seconds and aiohttp after five minutes, by themselves."""

import asyncio

import aiohttp
import httpx
from celery import shared_task


async def _fetch(url: str) -> str:
    async with aiohttp.ClientSession() as session, session.get(url) as answer:
        return await answer.text()


@shared_task
def compare(url: str, other: str) -> bool:
    with httpx.Client() as client:
        page = client.get(other).text
    return page == asyncio.run(_fetch(url)) == httpx.get(other).text
