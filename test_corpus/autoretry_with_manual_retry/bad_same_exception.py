import requests
from celery import shared_task

from crm.contacts import merge


@shared_task(bind=True, autoretry_for=(requests.RequestException,), retry_backoff=True, max_retries=6)
def sync_contact(self, contact_id: int) -> None:
    try:
        answer = requests.get(f"https://crm.example.com/contacts/{contact_id}", timeout=10)
    except requests.RequestException as error:
        raise self.retry(exc=error)  # expect CEL205: self.retry(exc=error)
    merge(contact_id, answer.json())
