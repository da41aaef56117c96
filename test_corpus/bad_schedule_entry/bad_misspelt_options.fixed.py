from celery import Celery
from celery.schedules import crontab

app = Celery("library", broker="redis://localhost")
app.conf.beat_schedule = {
    "remind-of-loans": {
        "task": "library.tasks.remind",
        "schedule": crontab(minute=0, hour=8),
        "options": {"queue": "mail"},
    },
    "count-visitors": {
        "task": "library.tasks.count_visitors",
        "schedule": 300.0,
        "queue": "statistics",
    },
    "close-the-doors": {
        "task": "library.tasks.close_doors",
        "schedule": crontab(minute=0, hour=20),
    },
}
