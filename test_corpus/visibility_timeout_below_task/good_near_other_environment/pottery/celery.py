"""The settings of one environment have the limit, those of another the broker."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pottery.live")

app = Celery("pottery")
app.config_from_object("django.conf:settings", namespace="CELERY")
