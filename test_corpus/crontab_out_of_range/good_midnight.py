from celery import Celery
from celery.schedules import crontab

app = Celery("billing", broker="redis://localhost")
app.conf.beat_schedule = {
    "close-the-day": {
        "task": "billing.tasks.close_day",
        "schedule": crontab(minute=0, hour=0),
    },
}
