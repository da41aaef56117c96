from celery import shared_task
from pydantic import BaseModel


class Receipt(BaseModel):
    number: str


@shared_task(pydantic=True)
def print_receipt(number: str) -> Receipt:
    receipt = Receipt(number=number)
    return receipt


@shared_task(pydantic=True)
def copy_receipt(number: str) -> dict:
    return Receipt(number=number).model_dump()
