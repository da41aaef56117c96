from celery import shared_task

from chandlery.candles.wax import melt
from chandlery.celery import app


@shared_task
def melt_wax(kilos: int) -> None:
    melt(kilos)


@app.task
def melt_tallow(kilos: int) -> None:
    melt(kilos, tallow=True)
