"""The waits grow: the backoff is a number, comes from the base class, or may come from elsewhere."""

from celery import Task, shared_task

from weather.options import BACKOFF, retry_options
from weather.tasks.base import PoliteTask
from weather.warnings import send_warning


class WarningTask(Task):
    autoretry_for = (ConnectionError,)
    retry_backoff = 5
    retry_jitter = True


@shared_task(base=WarningTask, max_retries=10)
def warn(region: str) -> None:
    send_warning(region)


@shared_task(autoretry_for=(ConnectionError,), retry_backoff=BACKOFF)
def warn_mayor(region: str) -> None:
    send_warning(region, "mayor")


@shared_task(autoretry_for=(ConnectionError,), **retry_options)
def warn_press(region: str) -> None:
    send_warning(region, "press")


@shared_task(base=PoliteTask, autoretry_for=(ConnectionError,))
def warn_police(region: str) -> None:
    send_warning(region, "police")
