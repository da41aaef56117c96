"""The hours are those of UTC, and the settings say so."""

from celery import Celery
from celery.schedules import crontab

broker_url = "redis://cache:6379/0"
result_backend = "redis://cache:6379/0"
task_serializer = "json"
accept_content = ["json"]
timezone = "UTC"
enable_utc = True
beat_schedule = {
    "nightly-cleanup": {"task": "tasks.cleanup.drop_old_carts", "schedule": crontab(hour=2, minute=0)},
    "monday-report": {
        "task": "tasks.reports.weekly_sales",
        "schedule": crontab(day_of_week=1, hour=9, minute=0),
    },
}

app = Celery("shop")
app.config_from_object(__name__)
