"""How long the task may take, or the lock lasts, is not known here."""

import redis
from celery import shared_task

from ledger.booking import book_everything
from ledger.settings import LOCK_SECONDS
from ledger.tasks import single_instance

client = redis.Redis()


@shared_task
@single_instance("booking", timeout=60)
def book() -> None:
    book_everything()


@shared_task(time_limit=600)
@single_instance("booking again", timeout=LOCK_SECONDS)
def book_again() -> None:
    book_everything()


@shared_task(soft_time_limit=600)
def book_softly() -> None:
    with client.lock("softly", timeout=60):
        book_everything()
