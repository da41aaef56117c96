"""The task may wait, by its author's word, and gives up after a while."""

from celery import shared_task
from celery.result import allow_join_result


@shared_task(queue="parts")
def part(number: int) -> int:
    return number


@shared_task(queue="wholes")
def whole(number: int) -> int:
    with allow_join_result():
        return part.delay(number).get(timeout=30)
