"""Every one of these broad handlers leaves the loop, or lets the limit through."""

import logging

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded

from coins.exchange import place_order

logger = logging.getLogger(__name__)


@shared_task(soft_time_limit=30)
def buy_all(orders: list[dict]) -> None:
    for order in orders:
        try:
            place_order(order)
        except Exception:
            logger.exception("order %s failed, the rest is left alone", order["id"])
            break


@shared_task(soft_time_limit=30)
def buy_what_works(orders: list[dict]) -> None:
    for order in orders:
        try:
            place_order(order)
        except Exception as error:
            if isinstance(error, SoftTimeLimitExceeded):
                raise
            logger.warning("order %s failed: %s", order["id"], error)
