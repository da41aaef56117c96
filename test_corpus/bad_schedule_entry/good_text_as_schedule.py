import datetime

from celery import Celery
from celery.schedules import crontab

app = Celery("bakery", broker="redis://localhost")
app.conf.update(
    timezone="UTC",
    beat_schedule={
        "light-the-oven": {"task": "bakery.light", "schedule": crontab(minute=0, hour=3)},
        "open-the-shop": {
            "task": "bakery.open",
            "schedule": crontab(minute=30, hour=6),
        },
        "sweep": {"task": "bakery.sweep", "schedule": datetime.timedelta(hours=2)},
    },
)
