import logging

from celery import shared_task
from celery.exceptions import Retry

from orders.payments import capture, is_authorised

logger = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=5)
def capture_payment(self, order_id: int) -> None:
    try:
        if not is_authorised(order_id):
            raise self.retry(countdown=60)
        capture(order_id)
    except Retry:
        raise
    except Exception:
        logger.exception("payment of order %s not captured", order_id)
