"""An extension lets one run in at a time."""

from celery import Celery
from celery_once import QueueOnce

from monorail.cars import test

app = Celery("monorail")
app.conf.beat_schedule = {"test": {"task": "monorail.test_cars", "schedule": 60}}


@app.task(base=QueueOnce, name="monorail.test_cars", once={"graceful": True})
def test_cars() -> None:
    test()
