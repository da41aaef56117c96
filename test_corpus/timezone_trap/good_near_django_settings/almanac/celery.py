import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "almanac.settings")

app = Celery("almanac")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = {
    "dawn": {"task": "almanac.tasks.dawn", "schedule": crontab(minute=0, hour=6)},
}
