"""Arguments or parameters that cannot be seen here: star arguments, decorators below, typing switched off, names."""

import functools
import os

from celery import Celery

from dam.alarms import ARGS

app = Celery("dam", broker="redis://localhost")


def with_gauge(function):
    @functools.wraps(function)
    def inner(*args, **kwargs):
        return function("gauge", *args, **kwargs)

    return inner


@app.task(name="dam.measure")
@with_gauge
def measure(gauge, level):
    print(gauge, level)


@app.task(name="dam.open", typing=False)
def open_gate(gate):
    print(gate)


@app.task(name="dam.log")
def log(*lines, **context):
    print(lines, context)


app.conf.beat_schedule = {
    "measure": {"task": "dam.measure", "schedule": 60, "args": (1,)},
    "open": {"task": "dam.open", "schedule": 60},
    "log": {"task": "dam.log", "schedule": 60, "args": ("a", "b"), "kwargs": {"c": 1}},
    "alarm": {"task": "dam.log", "schedule": 60, "args": ARGS},
    "one-letter": {"task": "dam.log", "schedule": 60, "args": ("x")},
    "environment": {"task": "dam.log", "schedule": 60, "args": os.environ["GATES"].split(",")},
}
