from celery import Celery
from celery.schedules import crontab

app = Celery("library", broker="redis://localhost")
app.conf.beat_schedule = {
    "remind-of-loans": {
        "task": "library.tasks.remind",
        "schedule": crontab(minute=0, hour=8),
        "option": {"queue": "mail"},  # expect CEL717: "option"
    },
    "count-visitors": {
        "task": "library.tasks.count_visitors",
        "schedule": 300.0,
        "queue": "statistics",  # expect CEL717: "queue"
    },
    "close-the-doors": {
        "task": "library.tasks.close_doors",
        "crontab": crontab(minute=0, hour=20),  # expect CEL717: "crontab"
    },
}
