"""The base class may set the counter anew for each run."""

from celery import shared_task

from scans.images import read_page
from scans.tasks import CountingTask


@shared_task(bind=True, base=CountingTask)
def read_document(self, paths: list[str]) -> None:
    for path in paths:
        read_page(path)
        self.pages += 1
