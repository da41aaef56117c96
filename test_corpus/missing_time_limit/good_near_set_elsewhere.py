"""The settings that this file loads may have a limit for all tasks."""

from celery import Celery

from bakery.orders import pack

app = Celery("orders")
app.config_from_object("bakery.settings", namespace="CELERY")


@app.task
def pack_order(order_id: int) -> None:
    pack(order_id)
