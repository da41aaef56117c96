"""`pydantic=False` is what it says; a class that is no model is another matter."""

from celery import shared_task
from pydantic import BaseModel, ValidationError


class Order(BaseModel):
    number: str


class Context:
    user = ""


@shared_task(pydantic=False)
def ship(order: dict) -> str:
    try:
        return Order.model_validate(order).number
    except ValidationError:
        return ""


@shared_task(bind=True)
def audit(self, context: Context) -> str:
    return self.request.id
