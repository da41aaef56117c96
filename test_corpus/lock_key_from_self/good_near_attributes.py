"""What the task holds tells runs apart, or tasks: its name, the arguments of the request."""

from collections.abc import Callable
from functools import wraps

import redis
from celery import shared_task

from mine.lifts import lower, raise_lift

client = redis.Redis()


def one_a_task(function: Callable) -> Callable:
    @wraps(function)
    def run(task, *args, **kwargs):
        with client.lock(f"{task.name}-{args[0]}", timeout=60):
            return function(task, *args, **kwargs)

    return run


@shared_task(bind=True)
@one_a_task
def lower_lift(self, lift: int) -> None:
    lower(lift)


@shared_task(bind=True)
def lift_up(self, lift: int, *args: int) -> None:
    with client.lock(f"lift-{self.request.args[0]}-{args[0]}", timeout=60):
        raise_lift(lift)
