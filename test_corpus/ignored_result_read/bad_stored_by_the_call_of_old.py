# settings: target-celery = "5.6"
from celery import shared_task


@shared_task(ignore_result=True)
def price(products: list[int]) -> int:
    return sum(products)


def prices(products: list[int]) -> int:
    return price.apply_async(args=(products,), ignore_result=False).get(timeout=10)  # expect CEL521: price.apply_async(args=(products,), ignore_result=False).get(timeout=10)
