from celery import Celery
from celery.schedules import crontab

app = Celery("shop", broker="redis://cache:6379/0")

beat_schedule = {  # expect CEL730: beat_schedule
    "report": {"task": "shop.tasks.report", "schedule": crontab(minute=0, hour=6)},
}
