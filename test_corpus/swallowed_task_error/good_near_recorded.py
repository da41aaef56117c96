"""The handler records the failure, or gives it back."""

import logging

from celery import shared_task

from newsletter.mail import deliver
from newsletter.models import Delivery

logger = logging.getLogger(__name__)


@shared_task(autoretry_for=(ConnectionError,))
def send_issue(delivery_id: int) -> None:
    try:
        deliver(delivery_id)
    except Exception as error:
        logger.exception("delivery %s", delivery_id)
        Delivery.mark_failed(delivery_id, str(error))


@shared_task(max_retries=3)
def send_copy(delivery_id: int) -> dict[str, str]:
    try:
        deliver(delivery_id)
    except Exception as error:
        logger.exception("delivery %s", delivery_id)
        return {"error": str(error)}
    return {}
