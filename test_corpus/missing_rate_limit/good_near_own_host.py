"""These are services of the same network; the schedule runs one task now and then; and no task makes the last call."""

import requests
from celery import shared_task

SEARCH = "http://search:9200"


@shared_task
def index(document_id: int, body: dict) -> None:
    requests.put(f"{SEARCH}/documents/{document_id}", json=body, timeout=10)
    requests.post("http://localhost:8080/cache/purge", timeout=2)


@shared_task
def fetch_rates() -> dict:
    return requests.get("https://rates.example/today", timeout=10).json()


def send_text(number: str, text: str) -> None:
    requests.post("https://texts.example/v1/messages", json={"to": number, "text": text}, timeout=10)
