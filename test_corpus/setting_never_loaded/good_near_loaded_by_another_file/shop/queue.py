"""A module that starts the worker configures the app from the module that makes it."""

from celery import Celery
from celery.schedules import crontab

app = Celery("shop")

beat_schedule = {
    "report": {"task": "shop.tasks.report", "schedule": crontab(minute=0, hour=6)},
}
