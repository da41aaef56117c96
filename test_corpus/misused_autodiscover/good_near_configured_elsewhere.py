"""The settings may name the modules."""

from celery import Celery

app = Celery("harbour")
app.config_from_object("harbour.celery_settings")
app.autodiscover_tasks()
