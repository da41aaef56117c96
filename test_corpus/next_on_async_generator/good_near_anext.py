"""`anext` is made for asynchronous generators; the coroutine that gives a list is no generator."""

import asyncio
from collections.abc import AsyncIterator

from celery import shared_task

from hotel.prices import fetch_prices, pages_of


async def pages() -> AsyncIterator[dict]:
    for number in range(10):
        yield await fetch_prices(number)


@shared_task
def show_first_page() -> dict:
    async def first() -> dict:
        return await anext(pages())

    return asyncio.run(first())


@shared_task
def show_first_of(hotel_id: int) -> dict:
    return next(pages_of(hotel_id))
