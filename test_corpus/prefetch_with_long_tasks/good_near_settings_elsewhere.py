"""The multiplier may be set where this file does not show, or is read from the environment."""

import os

from celery import Celery

app = Celery("video")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.task_acks_late = True

CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = int(os.environ.get("PREFETCH", "4"))
