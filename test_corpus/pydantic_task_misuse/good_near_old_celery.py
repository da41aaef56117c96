# settings: target-celery = "5.4"
"""Celery 5.4 knows no `pydantic` option, which another rule says."""

from celery import shared_task
from pydantic import BaseModel


class Order(BaseModel):
    number: str


@shared_task(pydantic="yes")
def ship(order: dict) -> str:
    return Order.model_validate(order).number


@shared_task(pydantic=True)
def copy(number: str):
    return Order(number=number)
