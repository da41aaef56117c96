"""The body makes the model itself; the annotation only says what the dict holds."""

from celery import shared_task
from pydantic import BaseModel


class Order(BaseModel):
    number: str


@shared_task
def ship(order: Order) -> str:
    order = Order.model_validate(order)
    return order.number


@shared_task
def cancel(order: Order) -> str:
    return order["number"] + order.get("suffix", "")
