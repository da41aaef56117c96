"""A project that has no tests at all."""

from celery import shared_task


@shared_task
def sync_stock(shop_id: int) -> int:
    return shop_id
