"""The guide's webhook: what the handlers retry by hand never reaches `autoretry_for` and its backoff."""

import logging

from celery import shared_task

from helpdesk.models import WebhookEvent
from helpdesk.telephony import TooManyCalls, take_over

logger = logging.getLogger(__name__)


@shared_task(
    bind=True,
    max_retries=3,
    default_retry_delay=60,
    autoretry_for=(Exception,),
    retry_backoff=True,
    retry_jitter=True,
    soft_time_limit=50,
    time_limit=60,
    rate_limit="100/m",
)
def process_webhook(self, event: dict) -> dict:
    """Take over an event of the telephone system, once."""
    try:
        if WebhookEvent.query.filter_by(event_id=event["id"]).first():
            return {"status": "already_processed", "event_id": event["id"]}
        return {"status": "success", "result": take_over(event)}
    except TooManyCalls as error:
        raise self.retry(exc=error, countdown=2**self.request.retries)
    except Exception as error:
        logger.error("event not processed: %s", error)
        raise self.retry(exc=error)  # expect CEL205: self.retry(exc=error)
