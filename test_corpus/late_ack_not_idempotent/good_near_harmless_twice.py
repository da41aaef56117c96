"""Doing these twice makes nothing new: a read, a write of the same value, a row that a rollback takes back."""

import requests
from celery import shared_task

from audit.models import Visit


@shared_task(acks_late=True)
def publish(page_id: int, body: dict) -> None:
    requests.put(f"https://pages.example/{page_id}", json=body, timeout=5)
    requests.get(f"https://pages.example/{page_id}/warm", timeout=5)


@shared_task(autoretry_for=(ConnectionError,), retry_backoff=True)
def note_visit(page: str, visitor: str) -> None:
    Visit.objects.create(page=page, visitor=visitor)
