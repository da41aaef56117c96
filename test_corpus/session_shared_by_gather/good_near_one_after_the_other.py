"""Each task is awaited before the next one is made; other sessions are HTTP's."""

import asyncio

import aiohttp
from celery import shared_task

from books.covers import draw_cover
from books.db import AsyncSessionLocal
from books.runner import run_async


async def _draw(book_ids: list[int], urls: list[str]) -> list[str]:
    async with AsyncSessionLocal() as session:
        for book_id in book_ids:
            drawing = asyncio.create_task(draw_cover(session, book_id))
            await drawing
    async with aiohttp.ClientSession() as http:
        answers = await asyncio.gather(*(http.get(url) for url in urls))
        return [await answer.text() for answer in answers]


@shared_task
def draw_covers(book_ids: list[int], urls: list[str]) -> list[str]:
    return run_async(_draw(book_ids, urls))
