"""The guide's schedule: a crontab with an hour and no minute runs sixty times in that hour."""

from celery import Celery
from celery.schedules import crontab

app = Celery("market", broker="redis://redis:6379/0", backend="redis://redis:6379/1")
app.conf.timezone = "UTC"
app.conf.beat_schedule = {}
app.conf.beat_schedule["price-sync"] = {
    "task": "market.tasks.price_sync.price_sync",
    "schedule": crontab(hour="*/4"),  # expect CEL701: crontab(hour="*/4")
    "kwargs": {"batch_size": 750},
}
app.conf.task_routes = {
    "market.tasks.price_sync.*": {"queue": "analytics"},
    "market.tasks.feeds.*": {"queue": "ingestion"},
}
