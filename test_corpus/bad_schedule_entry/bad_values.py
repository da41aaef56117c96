from datetime import timedelta

from celery import Celery

app = Celery("fleet", broker="redis://localhost")
app.conf.beat_schedule = {
    "locate": {
        "task": "fleet.tasks.locate",
        "schedule": 30,
        "args": (7),  # expect CEL717: 7
        "options": {"expires": timedelta(seconds=25)},  # expect CEL717: timedelta(seconds=25)
    },
    "refuel": {
        "task": "fleet.tasks.refuel",
        "schedule": 3600,
        "kwargs": ("truck", 7),  # expect CEL717: ("truck", 7)
    },
}
