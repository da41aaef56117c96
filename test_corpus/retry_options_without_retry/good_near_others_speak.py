"""There is no retry on purpose, or another rule says why these options never act."""

import logging

from celery import shared_task

from hospital.bills import remind, send_bill

logger = logging.getLogger(__name__)


@shared_task(max_retries=0)
def send_once(bill_id: int) -> None:
    send_bill(bill_id)


@shared_task(max_retries=3, retry_backoff=True)
def send_politely(bill_id: int) -> None:
    send_bill(bill_id)


@shared_task(max_retries=3)
def remind_patient(bill_id: int) -> None:
    try:
        remind(bill_id)
    except Exception:
        logger.exception("bill %s", bill_id)
