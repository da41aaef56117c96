"""The guide's limits: Celery knows no unit for a day, and the worker stops when it reads it."""

from celery import Celery

app = Celery("helpdesk", broker="redis://redis:6379/0")
app.conf.task_annotations = {
    "helpdesk.tasks.api_tasks.call_directory": {"rate_limit": "100/m"},
    "helpdesk.tasks.sms_tasks.send_sms": {"rate_limit": "125/d"},  # expect CEL707: "125/d"
}
