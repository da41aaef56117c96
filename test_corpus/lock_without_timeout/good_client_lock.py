import redis
from celery import shared_task

from warehouse.settings import REDIS_URL
from warehouse.stock import count_everything

client = redis.Redis.from_url(REDIS_URL)


@shared_task
def take_stock(hall: int) -> None:
    with client.lock(f"stock:{hall}", timeout=1800, blocking_timeout=5):
        count_everything(hall)
