"""The settings come from another module, which may name the time zone."""

from celery import Celery
from celery.schedules import crontab

app = Celery("museum")
app.config_from_object("museum.settings")
app.conf.enable_utc = False
app.conf.beat_schedule = {
    "open-doors": {"task": "museum.tasks.open_doors", "schedule": crontab(hour=10, minute=0)},
}
