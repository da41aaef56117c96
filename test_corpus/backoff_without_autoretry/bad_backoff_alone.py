from celery import shared_task

from webhooks.client import WebhookDown, post


@shared_task(
    bind=True,
    max_retries=8,
    retry_backoff=True,  # expect CEL206: retry_backoff=True
    retry_backoff_max=600,
    retry_jitter=True,
)
def send_webhook(self, url: str, payload: dict) -> None:
    try:
        post(url, payload)
    except WebhookDown as error:
        raise self.retry(exc=error)
