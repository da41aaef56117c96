from celery.decorators import periodic_task  # expect CEL901: periodic_task
from celery.schedules import crontab
from celery.task import PeriodicTask, Task  # expect CEL901: PeriodicTask  # expect CEL901: Task

from weather.radar import scan


@periodic_task(run_every=crontab(minute=0))
def scan_hourly() -> None:
    scan()


class ScanDaily(PeriodicTask):
    run_every = crontab(minute=0, hour=0)

    def run(self) -> None:
        scan(full=True)
