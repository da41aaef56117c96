"""The options that every task of the house is given."""

import logging

from celery import shared_task

from clinic.ledger import close_month

logger = logging.getLogger(__name__)


@shared_task(
    bind=True,
    max_retries=3,
    default_retry_delay=120,
    autoretry_for=(Exception,),
    retry_backoff=True,
    retry_backoff_max=600,
    retry_jitter=True,
    soft_time_limit=600,
    time_limit=660,
)
def close_books(self, month: str) -> dict:
    """Close the books of a month."""
    logger.info("closing %s, attempt %d", month, self.request.retries)
    try:
        close_month(month)
    except Exception as error:
        logger.error("%s not closed: %s", month, error)
        raise
    logger.info("%s is closed", month)
    return {"status": "success", "month": month}
