import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pottery.settings")

app = Celery("pottery")
app.config_from_object("django.conf:settings", namespace="CELERY")
