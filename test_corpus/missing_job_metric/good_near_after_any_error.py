"""The handler takes every error and goes on, and so does the measuring; the name is computed."""

import time

from celery import shared_task

from vineyard.metrics import observe_job
from vineyard.services import cellar

JOB = "cellar"


@shared_task(bind=True)
def air_cellar(self):
    start = time.monotonic()
    outcome = {"status": "success"}
    try:
        cellar.air()
    except Exception as error:
        outcome = {"status": "error", "reason": str(error)}
    observe_job(self.name, outcome["status"], time.monotonic() - start)
    return outcome
