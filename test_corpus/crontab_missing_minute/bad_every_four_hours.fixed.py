from celery import Celery
from celery.schedules import crontab

app = Celery("prices")
app.conf.beat_schedule = {
    "refresh-prices": {
        "task": "prices.refresh",
        "schedule": crontab(minute=0, hour="*/4"),
        "options": {"expires": 600},
    },
}
