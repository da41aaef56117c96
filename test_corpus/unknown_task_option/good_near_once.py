"""celery_once takes its own options in the decorator."""

from celery import shared_task
from celery_once import QueueOnce

from theatre.seats import release_unpaid


@shared_task(base=QueueOnce, once={"keys": ["show_id"], "timeout": 300}, ignore_result=True)
def release_seats(show_id: int, reason: str) -> None:
    release_unpaid(show_id, reason)
