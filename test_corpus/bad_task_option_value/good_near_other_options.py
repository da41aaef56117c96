"""A schedule may be a timedelta, and so may the argument of a function."""

from datetime import timedelta

from celery import Celery

from pool.water import measure

app = Celery("pool")
app.conf.beat_schedule = {"measure": {"task": "pool.measure_water", "schedule": timedelta(minutes=10)}}


@app.task(name="pool.measure_water")
def measure_water(expires=timedelta(minutes=1)) -> None:
    measure(timeout=expires)
