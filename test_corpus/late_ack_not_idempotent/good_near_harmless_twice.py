"""Doing these twice makes nothing new: a read, a write of the same value, a row that a rollback takes back, a mail that
failed."""

import logging

import requests
from celery import shared_task
from django.core.mail import send_mail
from django.db import transaction

from audit.models import Visit

logger = logging.getLogger(__name__)


@shared_task(acks_late=True)
def publish(page_id: int, body: dict) -> None:
    requests.put(f"https://pages.example/{page_id}", json=body, timeout=5)
    requests.get(f"https://pages.example/{page_id}/warm", timeout=5)


@shared_task(autoretry_for=(ConnectionError,), retry_backoff=True)
def note_visit(page: str, visitor: str) -> None:
    Visit.objects.create(page=page, visitor=visitor)


@shared_task(autoretry_for=(ConnectionError,), retry_backoff=True)
@transaction.atomic
def note_and_count(page: str, visitor: str) -> None:
    Visit.objects.create(page=page, visitor=visitor)
    Visit.objects.filter(page=page).count()


@shared_task(autoretry_for=(OSError,), retry_backoff=True)
def send_digest(address: str, text: str) -> None:
    send_mail("Today", text, "news@example.org", [address])
    logger.info("digest sent to %s", address)
