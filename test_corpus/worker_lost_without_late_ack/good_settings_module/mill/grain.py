from celery import shared_task

from mill.celery import app
from mill.stones import grind


@app.task(reject_on_worker_lost=True)
def grind_rye(tons: int) -> None:
    grind("rye", tons)


@shared_task(reject_on_worker_lost=True)
def grind_oats(tons: int) -> None:
    grind("oats", tons)
