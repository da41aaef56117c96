"""The error leaves these handlers after all: raised under a condition, retried, given to what raises it."""

import logging

from celery import shared_task

from library.errors import handle_failure
from library.loans import extend, recall, settle

logger = logging.getLogger(__name__)


@shared_task(bind=True)
def extend_loan(self, loan_id: int) -> None:
    try:
        extend(loan_id)
    except Exception as error:
        logger.warning("loan %s: %s", loan_id, error)
        if self.request.retries < 3:
            self.retry(exc=error)


@shared_task
def recall_loan(loan_id: int) -> None:
    try:
        recall(loan_id)
    except Exception as error:
        handle_failure(loan_id, error)


@shared_task
def settle_loan(loan_id: int) -> int:
    try:
        return settle(loan_id)
    except Exception:
        logger.exception("loan %s", loan_id)
        return settle(loan_id, by_hand=True)
