"""The tests call the coroutine that the task runs, or send the task by its name."""

from celery import shared_task

from shop.runner import run_async


@shared_task
def sync_stock(shop_id: int) -> int:
    return run_async(_sync_stock(shop_id))


async def _sync_stock(shop_id: int) -> int:
    return shop_id


@shared_task(name="shop.close")
def close_orders() -> None:
    print("closing")
