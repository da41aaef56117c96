# settings: metric-calls = ["track_run"]
from celery import shared_task

from vineyard.metrics import observe_job
from vineyard.services import cellar


@shared_task
def label_bottles():  # expect CEL803: def label_bottles
    try:
        cellar.label()
    finally:
        observe_job("label_bottles", "done", 0.0)
