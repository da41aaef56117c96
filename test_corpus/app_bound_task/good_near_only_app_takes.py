"""Options that `shared_task` does not take, or that a decorator of the project's app may read."""

from celery import current_app

from dunes.celery import app
from dunes.options import DEFAULTS
from dunes.sand import sift


@app.task(shared=False)
def sift_here(kilos: int) -> int:
    return sift(kilos)


@app.task(lazy=False, name="dunes.sift_now")
def sift_now(kilos: int) -> int:
    return sift(kilos)


@app.task(plugin="desert", bind=True)
def sift_with_plugin(self, kilos: int) -> int:
    return sift(kilos)


@app.task(**DEFAULTS)
def sift_by_default(kilos: int) -> int:
    return sift(kilos)


@current_app.task
def sift_anywhere(kilos: int) -> int:
    return sift(kilos)
