from celery import shared_task


@shared_task
def refresh_prices(shop_id: int) -> int:  # expect CEL907: def refresh_prices
    return shop_id


@shared_task
def purge_carts(days: int) -> int:
    return days
