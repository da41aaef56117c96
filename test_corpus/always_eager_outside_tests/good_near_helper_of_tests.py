"""A function that the tests call."""

from celery import Celery


def run_inline(app: Celery) -> None:
    app.conf.task_always_eager = True


app = Celery("shop")
app.conf.task_always_eager = False
