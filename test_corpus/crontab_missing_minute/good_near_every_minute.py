"""`crontab()` with nothing in it says plainly: every minute."""

from celery import Celery
from celery.schedules import crontab

app = Celery("heartbeats")
app.conf.beat_schedule = {
    "beat": {"task": "heartbeats.send", "schedule": crontab()},
}
