"""The decorator's own default ends the lock."""

from collections.abc import Callable
from functools import wraps

import redis
from celery import shared_task

from warehouse.stock import close_day

client = redis.Redis()


def single_instance(name: str, timeout: int | None = None) -> Callable:
    timeout = timeout or 3600

    def decorate(function: Callable) -> Callable:
        @wraps(function)
        def run(*args, **kwargs):
            with client.lock(name, timeout=timeout):
                return function(*args, **kwargs)

        return run

    return decorate


@shared_task
@single_instance("closing")
def close(day: str) -> None:
    close_day(day)
