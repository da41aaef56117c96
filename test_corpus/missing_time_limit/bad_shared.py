from celery import shared_task

from bakery.celery import app as bakery_app
from bakery.orders import deliver, pack


@shared_task(bind=True, max_retries=3)
def deliver_order(self, order_id: int) -> None:  # expect CEL216: def deliver_order
    deliver(order_id)


@bakery_app.task
def pack_order(order_id: int) -> None:  # expect CEL216: def pack_order
    pack(order_id)
