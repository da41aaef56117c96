"""An app that a function gives is made here; a parameter is whatever the caller has; a decorator of the project is
more than Celery's."""

from island.celery import app
from island.factory import create_celery
from island.ferries import cross

celery = create_celery("island")


@celery.task
def cross_strait(ferry: int) -> None:
    cross(ferry)


def register(celery_app) -> None:
    @celery_app.task(bind=True)
    def cross_back(self, ferry: int) -> None:
        cross(-ferry)


def ferry_task(function):
    return app.task(acks_late=True)(function)


@ferry_task
def cross_at_night(ferry: int) -> None:
    cross(ferry, lights=True)
