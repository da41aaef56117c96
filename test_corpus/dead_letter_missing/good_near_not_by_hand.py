"""Celery retries the first two, so their last error passes by the body; nothing retries the third, or for ever."""

from celery import shared_task

from donations.models import WebhookEvent
from donations.webhooks import RateLimited, handle, sign


@shared_task(
    bind=True,
    max_retries=3,
    default_retry_delay=60,
    autoretry_for=(Exception,),
    retry_backoff=True,
    retry_jitter=True,
)
def process(self, event: dict) -> dict:
    """Handle an event once."""
    try:
        if WebhookEvent.query.filter_by(key=event["key"]).first():
            return {"status": "known"}
        return {"status": "done", "result": handle(event)}
    except RateLimited as error:
        raise self.retry(exc=error, countdown=2**self.request.retries)


@shared_task(autoretry_for=(ConnectionError,), retry_backoff=True, max_retries=3)
def forward(event: dict) -> None:
    handle(event)


@shared_task(max_retries=3)
def sign_event(event: dict) -> str:
    return sign(event)


@shared_task(bind=True, max_retries=None)
def wait_for(self, key: str) -> None:
    if not WebhookEvent.query.filter_by(key=key).first():
        raise self.retry(countdown=10)
