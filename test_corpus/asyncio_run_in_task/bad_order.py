import asyncio

from celery import shared_task

from shop.fulfilment import reserve_stock


@shared_task
def fulfil_order(order_id: int) -> None:
    asyncio.run(reserve_stock(order_id))  # expect CEL401: asyncio.run(reserve_stock(order_id))
