# settings: target-celery = "4.4"
"""The Celery that the project runs on still has it."""

from celery.decorators import periodic_task
from celery.schedules import crontab

from stars.telescope import point


@periodic_task(run_every=crontab(minute=30))
def point_telescope() -> None:
    point()
