"""Content types instead of names; what results may be is listed apart."""

from celery import Celery

app = Celery("metrics")
app.conf.task_serializer = "json"
app.conf.result_serializer = "yaml"
app.conf.accept_content = {"application/json"}
app.conf.result_accept_content = ["application/x-yaml"]
