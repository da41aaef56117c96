# settings: worker-pool = "prefork"
"""On prefork each task has its process to itself."""

import asyncio

from celery import shared_task

from books.covers import draw_cover


@shared_task
def draw(book_id: int) -> str:
    return asyncio.run(draw_cover(book_id))
