import time

from celery import shared_task

from vineyard.metrics import observe_job
from vineyard.services import cellar


@shared_task(name="vineyard.tasks.cellar.check_barrels")
def check_barrels():
    start = time.monotonic()
    status = "success"
    try:
        cellar.check()
    finally:
        observe_job("check_bottles", status, time.monotonic() - start)  # expect CEL803: "check_bottles" # expect CEL803: status


@shared_task(name="vineyard.tasks.cellar.fill_barrels")
def fill_barrels():
    start = time.monotonic()
    try:
        cellar.fill()
    finally:
        observe_job("vineyard.tasks.cellar.fill_barrels", "ok", time.monotonic() - start)  # expect CEL803: "ok"
