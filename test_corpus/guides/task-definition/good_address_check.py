"""Every kind of error has its own way out."""

import logging

from celery import shared_task

from office.addresses import complete

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=3, time_limit=120)
def check_address(self, address: dict) -> dict:
    """Complete an address by the register."""
    try:
        if not address:
            raise ValueError("an address is needed")
        return {"status": "success", "result": complete(address)}
    except ValueError as error:
        logger.error("no valid address: %s", error, exc_info=True)
        return {"status": "error", "message": str(error), "retryable": False}
    except (ConnectionError, TimeoutError) as error:
        logger.warning("register away: %s", error)
        raise self.retry(exc=error, countdown=30)
    except Exception as error:
        logger.exception("unexpected: %s", error)
        if self.request.retries < self.max_retries:
            raise self.retry(exc=error, countdown=60)
        raise
