from celery import Celery
from celery.schedules import crontab

app = Celery("almanac")
app.config_from_object("almanac.queue")
app.conf.beat_schedule = {
    "dawn": {"task": "almanac.tasks.dawn", "schedule": crontab(minute=0, hour=6)},  # expect CEL711: crontab(minute=0, hour=6)
}
