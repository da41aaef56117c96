"""The handler of `Retry` shows that the call raises."""

from celery import shared_task
from celery.exceptions import Retry

from archive.locks import ArchiveBusy, release
from archive.store import pack


@shared_task(bind=True)
def pack_year(self, year: int) -> None:
    try:
        pack(year)
    except ArchiveBusy as busy:
        try:
            self.retry(exc=busy, countdown=600)
        except Retry:
            release(year)
            raise
