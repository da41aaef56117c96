import logging

from celery import shared_task

from library.loans import Overdue, remind, unpaid_loans

logger = logging.getLogger(__name__)


@shared_task
def remind_readers(branch: str) -> None:  # expect CEL111: def remind_readers
    """Remind the readers of a branch of what they have to bring back."""
    reminded = 0
    for loan in unpaid_loans(branch):
        try:
            remind(loan)
            reminded += 1
        except Overdue as error:
            logger.error("loan %s: %s", loan.id, error)
    logger.info("reminded %d readers", reminded)
