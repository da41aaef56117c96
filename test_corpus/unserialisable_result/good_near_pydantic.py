"""A pydantic task with an annotation turns its model to a dict."""

from celery import Celery
from pydantic import BaseModel

app = Celery("orders", backend="redis://")


class Receipt(BaseModel):
    number: str


@app.task(pydantic=True)
def charge(order: int) -> Receipt:
    return Receipt(number=str(order))
