"""The list is not all: the worker makes a queue that is missing."""

from celery import Celery

app = Celery("quarry")
app.config_from_object("quarry.conf")
