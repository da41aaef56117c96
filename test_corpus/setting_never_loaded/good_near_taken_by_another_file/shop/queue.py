"""Another file gives the app its routes."""

from celery import Celery

app = Celery("shop")
task_routes = {"shop.tasks.mail": {"queue": "mail"}}
