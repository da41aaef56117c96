"""The same schedule with the minute, and beside it one of each kind."""

from celery import Celery
from celery.schedules import crontab

app = Celery("market", broker="redis://redis:6379/0", backend="redis://redis:6379/1")
app.conf.timezone = "UTC"
app.conf.beat_schedule = {}
app.conf.beat_schedule["price-sync"] = {
    "task": "market.tasks.price_sync.price_sync",
    "schedule": crontab(hour="*/4", minute=0),
    "kwargs": {"batch_size": 750},
}
app.conf.beat_schedule["feed-import"] = {
    "task": "market.tasks.feeds.import_feeds",
    "schedule": crontab(minute="*/15"),
}
app.conf.beat_schedule["nightly-signals"] = {
    "task": "market.tasks.signals.compute_signals",
    "schedule": crontab(hour="3", minute="0"),
}
app.conf.task_routes = {
    "market.tasks.price_sync.*": {"queue": "analytics"},
    "market.tasks.signals.*": {"queue": "analytics"},
    "market.tasks.feeds.*": {"queue": "ingestion"},
}
