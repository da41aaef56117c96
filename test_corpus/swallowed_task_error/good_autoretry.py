import logging

from celery import shared_task

from newsletter.mail import deliver
from newsletter.models import Subscriber

logger = logging.getLogger(__name__)


@shared_task(autoretry_for=(ConnectionError,), retry_backoff=True, max_retries=5)
def send_newsletter(subscriber_id: int) -> None:
    subscriber = Subscriber.load(subscriber_id)
    try:
        deliver(subscriber.address)
    except Exception as error:
        logger.error("newsletter to %s failed: %s", subscriber_id, error)
        raise
