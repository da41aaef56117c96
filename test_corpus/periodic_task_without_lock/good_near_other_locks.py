# settings: lock-decorators = ["turnstile"]
"""One run at a time in other ways: a decorator that the settings name, a lock in the task or in what it runs, a helper
that says so, rows that are locked."""

import redis
from celery import Celery

from subway.doors import turnstile, when_nobody_else_is
from subway.models import Train
from subway.runners import run_async
from subway.trains import clean, count, paint, test

app = Celery("subway")
client = redis.Redis()


@app.task
@turnstile("clean")
def clean_trains() -> None:
    clean()


@app.task
def count_trains() -> None:
    with client.lock("count", timeout=60):
        count()


@app.task
def paint_trains() -> None:
    run_async(_paint())


async def _paint() -> None:
    if client.set("painting", 1, nx=True, ex=60):
        await paint()


@app.task
@when_nobody_else_is("testing", already_running="skip")
def test_doors() -> None:
    test("doors")


@app.task
def sell_trains() -> None:
    for train in Train.objects.select_for_update(skip_locked=True).filter(is_old=True):
        train.sell()


app.conf.beat_schedule = {
    "sell": {"task": "good_near_other_locks.sell_trains", "schedule": 60},
    "clean": {"task": "good_near_other_locks.clean_trains", "schedule": 60},
    "count": {"task": "good_near_other_locks.count_trains", "schedule": 60},
    "paint": {"task": "good_near_other_locks.paint_trains", "schedule": 60},
    "doors": {"task": "good_near_other_locks.test_doors", "schedule": 60},
}
