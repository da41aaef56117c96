from collections.abc import Callable
from functools import wraps

import redis
from celery import shared_task

from warehouse.stock import close_day

client = redis.Redis()


def single_instance(name: str, timeout: int | None = None) -> Callable:
    def decorate(function: Callable) -> Callable:
        @wraps(function)
        def run(*args, **kwargs):
            with client.lock(name, timeout=timeout):
                return function(*args, **kwargs)

        return run

    return decorate


@shared_task
@single_instance("closing")  # expect CEL118: single_instance("closing")
def close(day: str) -> None:
    close_day(day)


@shared_task
@single_instance("closing-all", timeout=3600)
def close_all() -> None:
    close_day("all")
