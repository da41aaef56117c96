"""A function of the project that is called `crontab`, and sets the minute itself."""

import celery.schedules
from celery import Celery

app = Celery("trains")


def crontab(hour: int, minute: int = 0) -> celery.schedules.crontab:
    return celery.schedules.crontab(hour=hour, minute=minute)


app.conf.beat_schedule = {
    "first-train": {"task": "trains.announce", "schedule": crontab(hour=4)},
    "last-train": {"task": "trains.announce", "schedule": crontab(hour=23, minute=50)},
}
