"""A command runs the task in its own process."""

from celery import shared_task

from letters.store import page_count


@shared_task
def count_pages(letter_id: int) -> int:
    return page_count(letter_id)


def handle(letter_id: int) -> int:
    return count_pages.apply(args=(letter_id,), throw=True).result
