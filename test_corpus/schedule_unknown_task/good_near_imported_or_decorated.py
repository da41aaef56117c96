"""A name that is imported, or decorated with something unknown, may be a task."""

from celery import Celery

from choir.decorators import periodic
from choir.voices import sing

app = Celery("choir", broker="redis://localhost")


@periodic
def rehearse():
    print("rehearsing")


@app.task
def bow():
    print("bowing")


app.conf.beat_schedule = {
    "sing": {"task": "good_near_imported_or_decorated.sing", "schedule": 60},
    "rehearse": {"task": "good_near_imported_or_decorated.rehearse", "schedule": 60},
}
