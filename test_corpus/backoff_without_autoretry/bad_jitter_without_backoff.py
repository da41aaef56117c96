from celery import Celery

from webhooks.client import WebhookDown, post

app = Celery("webhooks")


@app.task(autoretry_for=(WebhookDown,), retry_jitter=True)  # expect CEL206: retry_jitter=True
def send_ping(url: str) -> None:
    post(url, {"event": "ping"})


@app.task(autoretry_for=(WebhookDown,), retry_backoff=False, retry_backoff_max=60)  # expect CEL206: retry_backoff_max=60
def send_pong(url: str) -> None:
    post(url, {"event": "pong"})
