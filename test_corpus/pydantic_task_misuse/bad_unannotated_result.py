from celery import shared_task
from pydantic import BaseModel


class Receipt(BaseModel):
    number: str


@shared_task(pydantic=True)
def print_receipt(number: str):
    receipt = Receipt(number=number)
    return receipt  # expect CEL533: receipt


@shared_task(pydantic=True)
def copy_receipt(number: str) -> dict:
    return Receipt(number=number)  # expect CEL533: Receipt(number=number)
