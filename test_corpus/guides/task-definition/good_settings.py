"""The settings that the tasks rely on."""

from celery import Celery

app = Celery("office", broker="redis://redis:6379/0", backend="redis://redis:6379/1")
app.conf.task_serializer = "json"
app.conf.result_serializer = "json"
app.conf.accept_content = ["json"]
app.conf.task_routes = {"office.tasks.newsletter.*": {"queue": "email"}}
