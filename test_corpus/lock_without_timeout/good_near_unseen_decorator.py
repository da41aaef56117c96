"""How long the lock of a decorator from elsewhere lasts cannot be seen, nor what spread arguments hold."""

import redis
from celery import shared_task

from warehouse.settings import LOCK_OPTIONS
from warehouse.stock import close_day, open_day
from warehouse.tasks import single_instance

client = redis.Redis()


@shared_task
@single_instance("closing")
def close(day: str) -> None:
    close_day(day)


@shared_task
def open_(day: str) -> None:
    with client.lock("opening", **LOCK_OPTIONS):
        open_day(day)
