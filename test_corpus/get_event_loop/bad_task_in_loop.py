import asyncio

from celery import shared_task

from shop.feeds import push_price


@shared_task
def publish_price(product_id: int, price: str) -> None:
    loop = asyncio.get_event_loop()  # expect CEL407: asyncio.get_event_loop()
    loop.create_task(push_price(product_id, price))
