"""What this file does not schedule is not known to be periodic."""

from bees.frames import inspect, smoke
from celery import Celery

app = Celery("bees")
app.conf.beat_schedule = {
    "smoke": {"task": "bees.other_tasks.smoke_hives", "schedule": 60.0},
}


@app.task(name="bees.inspect_hives")
def inspect_hives() -> None:
    inspect()


@app.task(name="bees.smoke_hive")
def smoke_hive(hive: int) -> None:
    smoke(hive)


def spring(hive: int) -> None:
    smoke_hive.apply_async((hive,), countdown=60)
