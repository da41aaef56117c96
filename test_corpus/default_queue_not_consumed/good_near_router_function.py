"""A function routes the tasks."""

from celery import Celery
from kombu import Queue

app = Celery("library", broker="redis://localhost")


def by_floor(name, args, kwargs, options, task=None, **more):
    return {"queue": "cellar" if "old" in name else "hall"}


app.conf.task_queues = [Queue("hall"), Queue("cellar")]
app.conf.task_routes = (by_floor,)


@app.task(name="library.fetch_old")
def fetch_old(book):
    print("fetching", book)


fetch_old.delay("atlas")
