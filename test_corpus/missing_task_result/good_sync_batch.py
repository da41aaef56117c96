import logging

from celery import shared_task

from library.loans import Overdue, remind, unpaid_loans

logger = logging.getLogger(__name__)


@shared_task
def remind_readers(branch: str) -> dict[str, int]:
    """Remind the readers of a branch of what they have to bring back."""
    counts = {"reminded": 0, "failed": 0}
    for loan in unpaid_loans(branch):
        try:
            remind(loan)
            counts["reminded"] += 1
        except Overdue as error:
            counts["failed"] += 1
            logger.error("loan %s: %s", loan.id, error)
    logger.info("reminded %d readers", counts["reminded"])
    return counts
