"""The settings have a name that looks like Celery's, and another file reads it."""

from celery import Celery

app = Celery("cooper")
app.config_from_object("cooper.settings")
