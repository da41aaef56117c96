"""An id that is only written to the log tells whoever reads it which run that was; no record is kept of it here."""

import logging

from celery import shared_task

from clinic.runner import _run_async
from clinic.stock import count_stock

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=3, autoretry_for=(Exception,))
def check_stock(self, execution_id: str = None, **kwargs) -> dict:
    try:
        logger.info(f"Starting stock check (execution_id={execution_id})")
        result = _run_async(count_stock())
        logger.info("Stock check completed")
        return result
    except Exception as error:
        logger.error(f"Stock check failed: {error}")
        raise
