"""Where the decorator puts the task's name or its arguments into the key, or is given none, the same text is another
key."""

from collections.abc import Callable
from functools import wraps

import redis
from celery import shared_task

from plain.locks import single_instance
from plain.windmills import turn

client = redis.Redis()


def exclusive(prefix: str) -> Callable:
    def decorate(function: Callable) -> Callable:
        @wraps(function)
        def run(*args, **kwargs):
            with client.lock(f"{prefix}:{function.__name__}", timeout=60):
                return function(*args, **kwargs)

        return run

    return decorate


@shared_task
@exclusive("mills")
def turn_left(mill: int) -> None:
    turn(-mill)


@shared_task
@exclusive("mills")
def turn_right(mill: int) -> None:
    turn(mill)


@shared_task
@single_instance("mill-{mill}", timeout=60)
def stop(mill: int) -> None:
    turn(0 * mill)


@shared_task
@single_instance("mill-{mill}", timeout=60)
def start(mill: int) -> None:
    turn(mill)


@shared_task
@single_instance("mill", timeout=60, per_argument=True)
def oil(mill: int) -> None:
    turn(mill)


@shared_task
@single_instance("mill", timeout=60, per_argument=True)
def paint(mill: int) -> None:
    turn(mill)


@shared_task
@single_instance("", timeout=60)
def grease(mill: int) -> None:
    turn(mill)


@shared_task
@single_instance("", timeout=60)
def sweep(mill: int) -> None:
    turn(mill)
