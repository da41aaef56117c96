import requests
from celery import Celery
from django.core.mail import send_mail

from hooks.store import note_confirmation

app = Celery("hooks")


def _notify(address: str, text: str) -> None:
    send_mail("Delivered", text, "hooks@example.org", [address])  # expect CEL218: send_mail("Delivered", text, "hooks@example.org", [address])


@app.task(bind=True, autoretry_for=(ConnectionError,), retry_backoff=True)
def confirm(self, address: str, text: str) -> None:
    if self.request.retries > 3:
        return
    _notify(address, text)
    note_confirmation(address)


@app.task(autoretry_for=(requests.RequestException,), retry_backoff=True)
def deliver(url: str, body: dict) -> None:
    if not url:
        return
    answer = requests.post(url, json=body, timeout=10)  # expect CEL218: requests.post(url, json=body, timeout=10)
    answer.raise_for_status()
