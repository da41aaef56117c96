# settings: worker-pool = "threads"
"""This pool knows no time limits."""

from celery import Celery

from bakery.ovens import Oven

app = Celery("bakery")


@app.task
def heat(oven: int) -> None:
    Oven(oven).heat()
