from celery import shared_task

from shop.fulfilment import reserve_stock
from shop.runner import run_async


@shared_task
def fulfil_order(order_id: int) -> None:
    run_async(reserve_stock(order_id))
