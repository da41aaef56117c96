"""The lock is for a short part of the work."""

import redis
from celery import shared_task

from ledger.booking import book, next_number

client = redis.Redis()


@shared_task(time_limit=3600)
def book_all(rows: list[dict]) -> None:
    for row in rows:
        book(row)
    with client.lock("number", timeout=5):
        next_number()


@shared_task(time_limit=3600)
def number_and_book(rows: list[dict]) -> None:
    with client.lock("number", timeout=5):
        number = next_number()
    for row in rows:
        book(row, number)
