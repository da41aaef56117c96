from celery import shared_task

from depot.celery_app import app

__all__ = ["app", "begin"]


@shared_task
def begin(number: int) -> int:
    return number
