from celery import Celery
from celery.schedules import crontab

app = Celery("harbour", broker="redis://localhost")
app.conf.timezone = "Europe/Oslo"
app.conf.beat_schedule = {
    "measure-tide": {
        "task": "harbour.tasks.measure_tide",
        "schedule": crontab(minute="*/7"),  # expect CEL732: minute="*/7"
    },
    "check-buoys": {
        "task": "harbour.tasks.check_buoys",
        "schedule": crontab(minute="*/45", hour="8-18"),  # expect CEL732: minute="*/45"
    },
    "backup": {
        "task": "harbour.tasks.backup",
        "schedule": crontab(minute=20, hour="*/5"),  # expect CEL732: hour="*/5"
    },
}
