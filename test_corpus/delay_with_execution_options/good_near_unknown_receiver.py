"""What is behind the name is not known here."""

from celery import shared_task

from playground.bookings import book_slot
from playground.registry import task_for


@shared_task
def book(slot: str) -> None:
    book_slot(slot)


def dispatch(book, slot: str) -> None:
    book.delay(slot, queue="bookings")


def dispatch_all(kinds: list[str], slot: str) -> None:
    for kind in kinds:
        task = task_for(kind)
        task.delay(slot, priority=1)
    task_for("swing").s(slot, countdown=3).apply_async()
