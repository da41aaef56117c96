"""The task is there to end the worker: it is called so."""

import os
import sys

from celery import shared_task

from cluster.health import is_healthy


@shared_task(name="cluster.restart_worker", ignore_result=True)
def restart_worker() -> None:
    if not is_healthy():
        sys.exit(1)


@shared_task
def simulate_crash() -> None:
    os._exit(9)
