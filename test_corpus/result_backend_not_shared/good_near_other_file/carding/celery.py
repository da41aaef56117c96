"""The one look-up is of what this process has just sent."""

from celery import Celery

app = Celery("carding")
app.config_from_object("carding.queue")
