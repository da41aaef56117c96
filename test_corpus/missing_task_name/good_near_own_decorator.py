# settings: task-decorators = ["nightly"]
"""A decorator that the settings name may give its tasks their names."""

from celery import shared_task

from lighthouse.lamps import trim
from lighthouse.schedules import nightly


@nightly
def trim_lamp() -> None:
    trim()


@shared_task(name="lighthouse.trim_all")
def trim_all() -> None:
    trim(everything=True)
