"""The variable is handed to the settings below."""

from celery import Celery

task_routes = {"shop.tasks.mail": {"queue": "mail"}}

app = Celery("shop")
app.conf.update(task_routes=task_routes)
