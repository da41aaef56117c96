"""A session of requests is meant to be shared."""

import requests
from celery import shared_task

session = requests.Session()


@shared_task
def fetch(url: str) -> str:
    return session.get(url, timeout=10).text
