from celery import shared_task

from library.logging import get_logger
from library.loans import overdue_loans

logger = get_logger(__name__)


@shared_task(name="library.tasks.remind")
def remind() -> int:
    loans = overdue_loans()
    _write(loans)
    return len(loans)


def _write(loans) -> None:
    logger.info("%s overdue loans", len(loans))
