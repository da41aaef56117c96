import requests
from celery import shared_task

from .failures import tell


@shared_task(bind=True, max_retries=5)  # expect CEL227: max_retries=5
def track(self, number: str) -> str:
    try:
        return requests.get(f"https://parcels.example/{number}", timeout=(3, 10)).text
    except requests.RequestException as error:
        tell(self, error)
        raise
