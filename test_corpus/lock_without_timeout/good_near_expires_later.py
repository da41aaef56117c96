"""The key is given an end of its own."""

import redis
from celery import shared_task

from warehouse.stock import move_pallets

client = redis.Redis()


@shared_task
def move(hall: int) -> None:
    key = f"lock:moving:{hall}"
    if not client.setnx(key, 1):
        return
    client.expire(key, 600)
    move_pallets(hall)
    client.delete(key)
