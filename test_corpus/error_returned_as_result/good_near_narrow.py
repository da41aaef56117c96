"""What is final is returned by a handler that names it; every other error comes out."""

import logging

from celery import shared_task

from payroll.cards import CardRevoked, charge

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=5)
def charge_card(self, card_id: int, amount: int) -> dict[str, object]:
    try:
        return {"receipt": charge(card_id, amount)}
    except ConnectionError as error:
        raise self.retry(exc=error, countdown=30)
    except CardRevoked as error:
        logger.error("card %s is revoked: %s", card_id, error)
        return {"error": str(error), "permanent": True}
    except Exception as error:
        if self.request.retries < self.max_retries:
            raise self.retry(exc=error)
        logger.error("card %s not charged: %s", card_id, error)
        raise
