"""The app is configured from a dict of another file, which has a limit."""

from celery import Celery

from loom.options import OPTIONS

app = Celery("loom")
app.config_from_object(OPTIONS)
