"""This `next` is the project's own, and takes asynchronous generators."""

from collections.abc import AsyncIterator

from celery import shared_task

from hotel.aio import next
from hotel.prices import fetch_prices


async def pages() -> AsyncIterator[dict]:
    for number in range(10):
        yield await fetch_prices(number)


@shared_task
def show_first_page() -> dict:
    return next(pages())
