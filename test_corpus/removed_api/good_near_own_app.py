"""The name `celery` is the app of the project, whose class has a decorator for periodic tasks."""

from celery.schedules import crontab

from .celery import celery
from .task import task
from event.tasks import celery as event_celery


@celery.periodic_task(run_every=crontab(minute=0))
def close_sales() -> None:
    print("closing")


@event_celery.task
def open_sales() -> None:
    print("opening")


@task
def count_sales() -> None:
    print("counting")
