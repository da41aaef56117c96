"""Each looks first, by an id, whether it was done: in a query, in a row that is made at most once, in its caller."""

import requests
from celery import Celery
from django.core.mail import send_mail

from hooks.models import Event, Receipt
from hooks.service import handle

app = Celery("hooks")


@app.task(bind=True, max_retries=3, autoretry_for=(Exception,), retry_backoff=True, retry_jitter=True)
def take_event(self, payload: dict) -> dict:
    event_id = payload.get("id")
    if Event.query.filter_by(event_id=event_id).first():
        return {"status": "known", "event_id": event_id}
    requests.post("https://ledger.example/events", json=payload, timeout=5)
    return {"status": "taken", "result": handle(payload)}


@app.task(acks_late=True)
def send_receipt(order_id: int, address: str) -> None:
    _, is_new = Receipt.objects.get_or_create(order_id=order_id)
    if is_new:
        send_mail("Receipt", f"Order {order_id}", "shop@example.org", [address])


def _post(url: str, body: dict) -> None:
    requests.post(url, json=body, timeout=5)


@app.task(acks_late=True)
def deliver(event_id: int) -> None:
    event = Event.query.get(event_id)
    if not event.delivered:
        _post(event.url, event.body)
