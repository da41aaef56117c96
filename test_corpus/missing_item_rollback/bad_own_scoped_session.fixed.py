# settings: scoped-sessions = ["shop.database.db_session"]
import logging

from celery import shared_task

from shop.database import db_session
from shop.models import Order

logger = logging.getLogger(__name__)


@shared_task
def settle(order_ids):
    for order_id in order_ids:
        try:
            order = db_session.get(Order, order_id)
            order.settled = True
            db_session.commit()
        except Exception:
            db_session.rollback()
            logger.exception("order %s is not settled", order_id)
