import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dye.settings.live")

app = Celery("dye")
app.config_from_object("django.conf:settings", namespace="CELERY")
