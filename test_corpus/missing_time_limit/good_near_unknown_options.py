"""The limits may stand in a base class of another module, or in options that do not show."""

from celery import shared_task

from bakery.orders import LIMITS, deliver
from bakery.tasks.base import BakeryTask


@shared_task(base=BakeryTask)
def deliver_late(order_id: int) -> None:
    deliver(order_id)


@shared_task(bind=True, **LIMITS)
def deliver_later(self, order_id: int) -> None:
    deliver(order_id)


@shared_task(soft_time_limit=60)
def deliver_soon(order_id: int) -> None:
    deliver(order_id)
