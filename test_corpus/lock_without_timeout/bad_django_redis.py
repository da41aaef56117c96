from celery import shared_task
from django.core.cache import cache
from django_redis import get_redis_connection

from shop.feeds import write_feed


@shared_task
def export_feed(shop_id: int) -> None:
    with cache.lock(f"feed-{shop_id}"):  # expect CEL118: cache.lock(f"feed-{shop_id}")
        write_feed(shop_id)


@shared_task
def export_all() -> None:
    with get_redis_connection("default").lock("feeds"):  # expect CEL118: get_redis_connection("default").lock("feeds")
        write_feed(None)
