from celery import Celery
from celery.schedules import crontab

from tide import daily, hourly

app = Celery("tide", broker="redis://localhost")
app.conf.update(
    beat_schedule={
        **daily.SCHEDULE,
        **hourly.SCHEDULE,
        "flood": {"task": "tide.gauges.flud", "schedule": crontab(minute=30)},  # expect CEL703: "tide.gauges.flud"
    }
)
