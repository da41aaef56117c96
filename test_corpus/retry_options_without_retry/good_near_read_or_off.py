"""The number is read by the code itself, is none, or another rule speaks of the options beside it."""

import logging

from celery import shared_task

from hospital.bills import Bill, send_bill

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=4)
def send(self, bill_id: int, attempt: int = 0) -> None:
    bill = Bill(bill_id)
    if not bill.send() and attempt < self.max_retries:
        send.apply_async((bill_id, attempt + 1), countdown=60)
