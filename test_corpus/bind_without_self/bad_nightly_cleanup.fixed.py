from celery import shared_task

from shop.carts import delete_carts_older_than


@shared_task(bind=True, max_retries=3)
def delete_stale_carts(self) -> int:
    return delete_carts_older_than(days=30)
