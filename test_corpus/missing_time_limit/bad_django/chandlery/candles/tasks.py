from celery import shared_task

from chandlery.candles.wax import melt
from chandlery.celery import app


@shared_task
def melt_wax(kilos: int) -> None:  # expect CEL216: def melt_wax
    melt(kilos)


@app.task
def melt_tallow(kilos: int) -> None:  # expect CEL216: def melt_tallow
    melt(kilos, tallow=True)
