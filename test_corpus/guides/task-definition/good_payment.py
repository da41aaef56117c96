"""Retries by hand: a pause for each kind of failure, and none for what will not go away."""

import logging

from celery import shared_task

from office.gateway import CardRefused, GatewayBusy, TooManyRequests, charge

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=5, time_limit=60)
def collect_payment(self, invoice_id: int) -> dict:
    """Collect the payment of an invoice."""
    try:
        return {"invoice": invoice_id, "receipt": charge(invoice_id)}
    except GatewayBusy as error:
        logger.warning("gateway busy, once more: %s", error)
        raise self.retry(exc=error, countdown=30)
    except TooManyRequests as error:
        raise self.retry(exc=error, countdown=error.retry_after or 60)
    except CardRefused as error:
        logger.error("card refused: %s", error, exc_info=True)
        return {"error": str(error), "permanent": True}
    except Exception as error:
        if self.request.retries < self.max_retries:
            raise self.retry(exc=error)
        logger.error("given up: %s", error)
        raise
