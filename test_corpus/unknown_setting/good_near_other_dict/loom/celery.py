"""The other dict is not Celery's."""

from celery import Celery

from loom.options import OPTIONS

app = Celery("loom")
app.conf.update(OPTIONS)
