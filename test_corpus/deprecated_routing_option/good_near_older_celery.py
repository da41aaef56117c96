# settings: target-celery = "5.6"
"""Before Celery 5.7 nobody warns, and the option is the way to say it."""

from celery import shared_task

from kiosk.papers import deliver


@shared_task(queue="papers", priority=3)
def deliver_papers(kiosk: int) -> None:
    deliver(kiosk)
