"""The app is configured from this very module."""

from celery import Celery

broker_url = "redis://cache:6379/0"
task_routes = {"shop.tasks.mail": {"queue": "mail"}}

app = Celery("shop")
app.config_from_object(__name__)
