import datetime

from celery import Celery

app = Celery("bakery", broker="redis://localhost")
app.conf.update(
    timezone="UTC",
    beat_schedule={
        "light-the-oven": {"task": "bakery.light", "schedule": "0 3 * * *"},  # expect CEL717: "0 3 * * *"
        "open-the-shop": {
            "task": "bakery.open",
            "schedule": datetime.time(6, 30),  # expect CEL717: datetime.time(6, 30)
        },
        "sweep": {"task": "bakery.sweep", "schedule": {"hours": 2}},  # expect CEL717: {"hours": 2}
    },
)
