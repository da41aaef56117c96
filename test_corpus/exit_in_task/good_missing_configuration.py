import os

from celery import shared_task

from sync.remote import pull


@shared_task
def pull_catalogue() -> None:
    url = os.environ.get("CATALOGUE_URL")
    if not url:
        raise RuntimeError("CATALOGUE_URL is not set")
    pull(url)
