from celery import shared_task
from pydantic import BaseModel

from shop.payments import capture


class Order(BaseModel):
    number: str
    cents: int


@shared_task(pydantic=True)
def charge(order: Order) -> str:
    return capture(order.number, order.cents)
