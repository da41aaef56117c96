from datetime import timedelta

from celery import Celery
from celery.schedules import crontab, schedule

app = Celery("aquarium", broker="redis://localhost")
app.conf.timezone = "UTC"
app.conf.beat_schedule = {
    "read-temperature": {"task": "aquarium.tasks.read_temperature", "schedule": 30.0},  # expect CEL716: "read-temperature"
    "feed-fish": {  # expect CEL716: "feed-fish"
        "task": "aquarium.tasks.feed",
        "schedule": timedelta(minutes=20),
        "options": {"queue": "feeding"},
    },
    "clean-glass": {  # expect CEL716: "clean-glass"
        "task": "aquarium.tasks.clean",
        "schedule": crontab(minute="*/15"),
    },
    "count-fish": {"task": "aquarium.tasks.count", "schedule": schedule(run_every=600)},  # expect CEL716: "count-fish"
    "change-water": {"task": "aquarium.tasks.change_water", "schedule": crontab(hour=3, minute=0)},
}
