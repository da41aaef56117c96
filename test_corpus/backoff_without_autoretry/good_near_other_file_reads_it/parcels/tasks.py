"""A function of another file goes by the option when it retries the task."""

import requests
from celery import shared_task

from .failures import tell


@shared_task(bind=True, retry_backoff=True)
def track(self, number: str) -> str:
    try:
        return requests.get(f"https://parcels.example/{number}", timeout=(3, 10)).text
    except requests.RequestException as error:
        tell(self, error)
        raise
