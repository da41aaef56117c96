import os
import sys

from celery import shared_task

from sync.remote import pull


@shared_task
def pull_catalogue() -> None:
    url = os.environ.get("CATALOGUE_URL")
    if not url:
        print("CATALOGUE_URL is not set")
        sys.exit(1)  # expect CEL130: sys.exit(1)
    pull(url)
