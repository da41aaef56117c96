"""The same webhook: errors go to Celery, which tries again with growing pauses; only the busy line is retried by hand."""

import logging

from celery import shared_task

from helpdesk.dead_letters import keep_dead_letter
from helpdesk.models import WebhookEvent, flask_app
from helpdesk.telephony import TooManyCalls, take_over

logger = logging.getLogger(__name__)


@shared_task(
    bind=True,
    max_retries=3,
    default_retry_delay=60,
    autoretry_for=(ConnectionError,),
    retry_backoff=True,
    retry_jitter=True,
    time_limit=60,
    rate_limit="100/m",
    queue="webhooks",
)
def process_webhook(self, event: dict) -> dict:
    """Take over an event of the telephone system, once."""
    with flask_app.app_context():
        if WebhookEvent.query.filter_by(event_id=event["id"]).first():
            return {"status": "already_processed", "event_id": event["id"]}
        try:
            return {"status": "success", "result": take_over(event)}
        except TooManyCalls as error:
            if self.request.retries >= self.max_retries:
                keep_dead_letter.delay({"task": self.name, "event": event, "error": str(error)})
            raise self.retry(exc=error, countdown=min(2**self.request.retries, 600))
