from celery.decorators import periodic_task
from celery.schedules import crontab
from celery.task import PeriodicTask
from celery import Task

from weather.radar import scan


@periodic_task(run_every=crontab(minute=0))
def scan_hourly() -> None:
    scan()


class ScanDaily(PeriodicTask):
    run_every = crontab(minute=0, hour=0)

    def run(self) -> None:
        scan(full=True)
