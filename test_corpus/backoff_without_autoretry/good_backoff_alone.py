from celery import shared_task

from webhooks.client import WebhookDown, post


@shared_task(
    autoretry_for=(WebhookDown,),
    max_retries=8,
    retry_backoff=True,
    retry_backoff_max=600,
    retry_jitter=True,
)
def send_webhook(url: str, payload: dict) -> None:
    post(url, payload)
