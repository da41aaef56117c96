from collections.abc import Callable
from functools import wraps

import redis
from celery import Celery

from tailor.suits import cut, sew

app = Celery("tailor")
client = redis.Redis()


def exclusive(timeout: int) -> Callable:
    def decorate(function: Callable) -> Callable:
        @wraps(function)
        def run(*args, **kwargs):
            lock_id = "%s-%s" % (function.__name__, args[0] if args else "single")  # expect CEL121: args[0]
            with client.lock(lock_id, timeout=timeout):
                return function(*args, **kwargs)

        return run

    return decorate


def guarded(function: Callable) -> Callable:
    @wraps(function)
    def run(order, *args):
        with client.lock("suit-" + str(order), timeout=60):  # expect CEL121: order
            return function(order, *args)

    return run


@app.task(bind=True)
@exclusive(60)
def cut_suit(self, order: int) -> None:
    cut(order)


@app.task(bind=True)
@guarded
def sew_suit(self, order: int) -> None:
    sew(order)
