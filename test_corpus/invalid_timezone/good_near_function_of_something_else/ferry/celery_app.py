"""The settings that a function gives are not Celery's."""

from celery import Celery

from ferry.config import for_celery

app = Celery("ferry")
app.conf.update(for_celery())
