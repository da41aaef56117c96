from celery import Celery
from celery.schedules import crontab


def schedule(hours: str) -> dict[str, dict[str, object]]:
    return {
        "read": {"task": "tide.gauges.read", "schedule": crontab(minute=0, hour=hours)},
        "flood": {"task": "tide.gauges.flud", "schedule": crontab(minute=30)},  # expect CEL703: "tide.gauges.flud"
    }


app = Celery("tide", broker="redis://localhost")
app.conf.beat_schedule = schedule("6-20")
