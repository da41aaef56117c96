"""What the environment says is not known."""

import os

from celery import Celery

app = Celery("shop")
app.conf.worker_prefetch_multiplier = int(os.environ.get("PREFETCH", "0"))
app.conf.worker_max_tasks_per_child = 0
