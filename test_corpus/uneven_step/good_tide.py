from datetime import timedelta

from celery import Celery
from celery.schedules import crontab

app = Celery("harbour", broker="redis://localhost")
app.conf.timezone = "Europe/Oslo"
app.conf.beat_schedule = {
    "measure-tide": {
        "task": "harbour.tasks.measure_tide",
        "schedule": timedelta(minutes=7),
    },
    "check-buoys": {
        "task": "harbour.tasks.check_buoys",
        "schedule": crontab(minute="*/30", hour="8-18"),
    },
    "backup": {
        "task": "harbour.tasks.backup",
        "schedule": crontab(minute=20, hour="*/6"),
    },
}
