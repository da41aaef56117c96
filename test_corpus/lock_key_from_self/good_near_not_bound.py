"""A task that is not bound is given its arguments from the first on."""

from collections.abc import Callable
from functools import wraps

import redis
from celery import shared_task

from trout.ponds import feed

client = redis.Redis()


def one_a_pond(function: Callable) -> Callable:
    @wraps(function)
    def run(*args, **kwargs):
        with client.lock(f"pond-{args[0]}", timeout=60):
            return function(*args, **kwargs)

    return run


@shared_task
@one_a_pond
def feed_pond(pond: int) -> None:
    feed(pond)
