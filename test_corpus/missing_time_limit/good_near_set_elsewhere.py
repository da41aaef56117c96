"""The limits of these may stand in settings that this file does not show, in options, or in a base class."""

from celery import Celery, shared_task

from bakery.celery import app as bakery_app
from bakery.orders import deliver, pack
from bakery.tasks.base import BakeryTask

app = Celery("orders")
app.config_from_object("bakery.settings", namespace="CELERY")


@app.task
def pack_order(order_id: int) -> None:
    pack(order_id)


@shared_task(bind=True, max_retries=3)
def deliver_order(self, order_id: int) -> None:
    deliver(order_id)


@bakery_app.task(base=BakeryTask)
def deliver_late(order_id: int) -> None:
    deliver(order_id)
