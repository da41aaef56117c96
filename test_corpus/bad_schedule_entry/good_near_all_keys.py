"""Every key that an entry takes, seconds from a calculation, and parts that are not known here."""

import os
from datetime import timedelta

from celery import Celery
from celery.schedules import crontab, solar

from observatory.settings import COMMON, INTERVAL, night_entry

app = Celery("observatory", broker="redis://localhost")
app.conf.beat_schedule = {
    "dome": {
        "task": "observatory.open_dome",
        "schedule": solar("dusk_civil", 48.1, 11.6),
        "args": [],
        "kwargs": {},
        "options": {"queue": "hardware", "expires": 60, "priority": 3},
        "relative": True,
    },
    "poll": {"task": "observatory.poll", "schedule": 2 * 60, "args": ("north",)},
    "drift": {"task": "observatory.drift", "schedule": timedelta(minutes=int(os.environ["DRIFT"]))},
    "fit": {**COMMON, "task": "observatory.fit"},
    "night": night_entry(crontab(minute=0, hour=22)),
    "weather": {"task": "observatory.weather", "schedule": INTERVAL},
}
