from collections.abc import Callable
from functools import wraps

import redis
from celery import Celery

from granary.corn import count_sacks, weigh_sacks

app = Celery("granary")
client = redis.Redis()


def exclusive(key: str, ttl: int = 60) -> Callable:
    def decorate(function: Callable) -> Callable:
        @wraps(function)
        def run(*args, **kwargs):
            with client.lock(key, timeout=ttl):
                return function(*args, **kwargs)

        return run

    return decorate


@app.task
@exclusive("sacks")
def count() -> int:
    return count_sacks()


@app.task
@exclusive(key="sacks", ttl=30)  # expect CEL119: "sacks"
def weigh() -> float:
    return weigh_sacks()
