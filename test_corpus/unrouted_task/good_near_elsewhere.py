"""Tasks of other files, whose own options nobody shows here; and one without a name, whose module is not known."""

from celery import Celery
from celery.schedules import crontab

app = Celery("helpline", broker="redis://redis:6379/0", backend="redis://redis:6379/1")
app.conf.update(
    timezone="UTC",
    beat_schedule={
        "hourly-sync": {
            "task": "helpline.tasks.sync.recent",
            "schedule": crontab(minute=0),
            "options": {"queue": "sync"},
        },
        "weekly-report": {
            "task": "helpline.tasks.reports.weekly",
            "schedule": crontab(day_of_week=1, hour=9, minute=0),
        },
    },
    task_routes={
        "helpline.tasks.webhooks.*": {"queue": "webhooks", "priority": 9},
        "helpline.tasks.sync.*": {"queue": "sync", "priority": 3},
    },
)


@app.task
def answer(call):
    print("answered", call)
