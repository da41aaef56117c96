"""The settings may be completed by whoever imports them, or come from another module."""

from celery import Celery

from gallery.base_settings import *

CELERY_BROKER_URL = "redis://localhost"
CELERY_WORKER_CONCURRENCY = 4

app = Celery("gallery")
app.config_from_object("django.conf:settings", namespace="CELERY")
