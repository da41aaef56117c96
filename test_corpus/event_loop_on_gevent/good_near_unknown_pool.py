"""Nothing says which pool the workers run with."""

import asyncio

from celery import shared_task

from books.prices import fetch_price


@shared_task
def refresh_price(book_id: int) -> float:
    return asyncio.run(fetch_price(book_id))
