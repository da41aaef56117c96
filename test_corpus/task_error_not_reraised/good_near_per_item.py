"""These handlers are about one item, about cleaning up, or name what they take."""

import logging

from celery import shared_task

from library.db import create_task_session_maker
from library.runner import run_async
from library.shelves import NoSuchShelf, move_book, tidy

logger = logging.getLogger(__name__)


@shared_task
def move_books(book_ids: list[int]) -> int:
    moved = 0
    for book_id in book_ids:
        try:
            move_book(book_id)
            moved += 1
        except Exception:
            logger.exception("book %s not moved", book_id)
    return moved


@shared_task
def tidy_shelf(shelf: str) -> None:
    try:
        tidy(shelf)
    except NoSuchShelf:
        logger.warning("shelf %s is gone", shelf)


@shared_task
def tidy_all() -> None:
    run_async(_tidy_all())


async def _tidy_all() -> None:
    maker, engine = create_task_session_maker()
    try:
        async with maker() as db:
            await tidy(db)
    finally:
        try:
            await engine.dispose()
        except Exception as error:
            logger.warning("engine not disposed: %s", error)
