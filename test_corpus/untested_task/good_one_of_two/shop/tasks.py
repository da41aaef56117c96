from celery import shared_task


@shared_task
def refresh_prices(shop_id: int) -> int:
    return shop_id


@shared_task
def purge_carts(days: int) -> int:
    return days
