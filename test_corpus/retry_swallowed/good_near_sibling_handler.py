"""A handler does not take what its siblings raise."""

import logging

from celery import shared_task

from ledger.booking import PeriodLocked, book

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=4)
def book_invoice(self, invoice_id: int) -> None:
    try:
        book(invoice_id)
    except PeriodLocked as error:
        raise self.retry(exc=error, countdown=3600)
    except Exception:
        logger.exception("invoice %s not booked", invoice_id)
