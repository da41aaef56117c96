"""The variables of the other module are its own: the app is configured from another one."""

from celery import Celery

app = Celery("aviary")
app.config_from_object("aviary.queue")
