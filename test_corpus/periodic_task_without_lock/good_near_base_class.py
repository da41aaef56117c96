"""A base class out of sight may let one run in at a time."""

from celery import Celery
from dairy.base import DairyTask
from dairy.milk import cool

app = Celery("dairy")


@app.task(base=DairyTask, name="dairy.cool_milk")
def cool_milk() -> None:
    cool()


app.conf.beat_schedule = {"cool": {"task": "dairy.cool_milk", "schedule": 600.0}}
