"""The helper raises it, and the task makes a retry of it."""

from celery import shared_task
from celery.exceptions import Retry

from wells.valve import position


def _wait_until_open(valve: str) -> None:
    if position(valve) < 1:
        raise Retry("still opening")


@shared_task(bind=True)
def open_valve(self, valve: str) -> None:
    try:
        _wait_until_open(valve)
    except Retry as error:
        raise self.retry(exc=error, countdown=5)
