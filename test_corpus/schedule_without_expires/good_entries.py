from datetime import timedelta

from celery import Celery
from celery.schedules import crontab, schedule

app = Celery("aquarium", broker="redis://localhost")
app.conf.timezone = "UTC"
app.conf.beat_schedule = {
    "read-temperature": {
        "task": "aquarium.tasks.read_temperature",
        "schedule": 30.0,
        "options": {"expires": 30},
    },
    "feed-fish": {
        "task": "aquarium.tasks.feed",
        "schedule": timedelta(minutes=20),
        "options": {"queue": "feeding", "expires": 1200},
    },
    "clean-glass": {
        "task": "aquarium.tasks.clean",
        "schedule": crontab(minute="*/15"),
        "options": dict(expires=15 * 60),
    },
    "count-fish": {"task": "aquarium.tasks.count", "schedule": schedule(600), "options": {"expire_seconds": 600}},
    "change-water": {"task": "aquarium.tasks.change_water", "schedule": crontab(hour=3, minute=0)},
}
