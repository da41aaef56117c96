from datetime import timedelta

from celery import Celery

app = Celery("fleet", broker="redis://localhost")
app.conf.beat_schedule = {
    "locate": {
        "task": "fleet.tasks.locate",
        "schedule": 30,
        "args": (7,),
        "options": {"expires": timedelta(seconds=25).total_seconds()},
    },
    "refuel": {
        "task": "fleet.tasks.refuel",
        "schedule": 3600,
        "kwargs": ("truck", 7),
    },
}
