"""Whether the result is stored, the environment says, or a base class that cannot be seen."""

from celery import shared_task

from shop.base import QuietTask
from shop.settings import IGNORE


@shared_task(ignore_result=IGNORE)
def price(products: list[int]) -> int:
    return sum(products)


@shared_task(base=QuietTask)
def weight(products: list[int]) -> int:
    return len(products)


def facts(products: list[int]) -> list[int]:
    return [price.delay(products).get(timeout=3), weight.delay(products).get(timeout=3)]
