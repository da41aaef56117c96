from collections.abc import Callable
from functools import wraps

import redis
from celery import shared_task

from stable.horses import groom

client = redis.Redis()


def one_at_a_time(function: Callable) -> Callable:
    @wraps(function)
    def run(*args, **kwargs):
        lock = client.lock(f"{function.__name__}-{args[0]}", timeout=600)  # expect CEL121: args[0]
        if lock.acquire(blocking=False):
            try:
                return function(*args, **kwargs)
            finally:
                lock.release()
        return None

    return run


@shared_task(bind=True, max_retries=3)
@one_at_a_time
def groom_horse(self, horse: int) -> None:
    groom(horse)
