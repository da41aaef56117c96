# settings: worker-pool = "gevent"
"""On a gevent pool a task may wait: the other greenlets go on."""

from celery import shared_task


@shared_task
def part(number: int) -> int:
    return number


@shared_task
def whole(number: int) -> int:
    return part.delay(number).get(timeout=10)
