"""What is worth a retry is retried, and only the rest is dropped."""

import logging

from celery import shared_task

from newsletter.mail import MailServerBusy, deliver
from newsletter.retries import retry_later

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=3)
def send_reminder(self, delivery_id: int) -> None:
    try:
        deliver(delivery_id)
    except MailServerBusy as error:
        raise self.retry(exc=error)
    except Exception:
        logger.exception("delivery %s", delivery_id)


@shared_task(autoretry_for=(ConnectionError,))
def send_welcome(delivery_id: int) -> None:
    try:
        deliver(delivery_id)
    except ConnectionError:
        raise
    except Exception:
        logger.exception("delivery %s", delivery_id)


@shared_task(bind=True, max_retries=3)
def send_farewell(self, delivery_id: int) -> None:
    try:
        retry_later(self, deliver, delivery_id)
    except Exception:
        logger.exception("delivery %s", delivery_id)
