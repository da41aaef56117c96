import asyncio

from celery import shared_task

from shop.feeds import push_price


@shared_task
def publish_price(product_id: int, price: str) -> None:
    asyncio.run(push_price(product_id, price))
