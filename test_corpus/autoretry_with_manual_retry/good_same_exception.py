import requests
from celery import shared_task

from crm.contacts import merge


@shared_task(autoretry_for=(requests.RequestException,), retry_backoff=True, max_retries=6)
def sync_contact(contact_id: int) -> None:
    answer = requests.get(f"https://crm.example.com/contacts/{contact_id}", timeout=10)
    merge(contact_id, answer.json())
