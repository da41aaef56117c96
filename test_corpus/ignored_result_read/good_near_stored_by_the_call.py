"""From 5.7 on the call may say that the result is to be stored; an eager result is there whatever it says."""

from celery import shared_task


@shared_task(ignore_result=True)
def price(products: list[int]) -> int:
    return sum(products)


def prices(products: list[int]) -> int:
    return price.apply_async(args=(products,), ignore_result=False).get(timeout=10)


def prices_inline(products: list[int]) -> int:
    return price.apply(args=(products,)).get()
