import time

from celery import shared_task

from vineyard import metrics
from vineyard.services import harvest


@shared_task
def press_grapes(field):
    start = time.monotonic()
    harvest.press(field)
    metrics.observe_job("press_grapes", "success", time.monotonic() - start)  # expect CEL803: metrics.observe_job("press_grapes", "success", time.monotonic() - start)


@shared_task
def crush_grapes(field):
    try:
        harvest.crush(field)
        metrics.observe_job("crush_grapes", "success", 0.0)  # expect CEL803: metrics.observe_job("crush_grapes", "success", 0.0)
    except Exception:
        harvest.stop(field)
        raise
