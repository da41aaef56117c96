"""A scheduler of another library is called like that."""

from apscheduler.schedulers.background import BackgroundScheduler
from celery import shared_task

from meters.reading import read_all

scheduler = BackgroundScheduler()


@scheduler.task("interval", seconds=30)
def read_meters() -> None:
    read_all_meters.delay()


@shared_task
def read_all_meters() -> None:
    read_all()
