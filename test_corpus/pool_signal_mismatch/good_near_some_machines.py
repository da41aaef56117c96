"""Another pool on some machines only."""

import os

from celery import Celery
from celery.signals import worker_process_init

app = Celery("crawler", broker="redis://localhost")
app.conf.worker_pool = "threads" if os.name == "nt" else "prefork"


@worker_process_init.connect
def open_connections(**kwargs):
    print("opening")
