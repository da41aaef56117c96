import datetime as dt
from datetime import datetime, timezone
from time import time

from celery import shared_task

from bakery.metrics import observe_job
from bakery.orders import bake_orders, pack_orders


@shared_task(name="bakery.tasks.bake")
def bake():
    started = datetime.now(timezone.utc)
    bake_orders()
    finished = datetime.now(timezone.utc)
    seconds = (finished - started).total_seconds()  # expect CEL804: finished - started
    observe_job("bake", "success", seconds)


@shared_task(name="bakery.tasks.pack")
def pack():
    begin = dt.datetime.utcnow()
    deadline = time()
    while pack_orders() and time() - deadline < 60:  # expect CEL804: time() - deadline
        pass
    observe_job("pack", "success", (dt.datetime.utcnow() - begin).seconds)  # expect CEL804: dt.datetime.utcnow() - begin
