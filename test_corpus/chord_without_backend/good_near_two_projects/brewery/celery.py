"""Two apps of one repository share the tasks, and only one of them lacks a backend."""

from celery import Celery

app = Celery("brewery")
app.config_from_object("brewery.queue")
