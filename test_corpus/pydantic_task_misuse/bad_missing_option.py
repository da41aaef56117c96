from celery import shared_task
from pydantic import BaseModel

from shop.payments import capture


class Order(BaseModel):
    number: str
    cents: int


@shared_task
def charge(order: Order) -> str:  # expect CEL533: order: Order
    return capture(order.number, order.cents)
