"""The same limits in units that Celery has."""

import requests
from celery import Celery

app = Celery("helpdesk", broker="redis://redis:6379/0")
app.conf.task_annotations = {
    "helpdesk.tasks.api_tasks.call_directory": {"rate_limit": "100/m"},
    "helpdesk.tasks.sms_tasks.send_sms": {"rate_limit": "5/h"},
}
app.conf.task_routes = {"helpdesk.tasks.*": {"queue": "outside"}}
app.conf.worker_max_tasks_per_child = 100
app.conf.worker_prefetch_multiplier = 1


@app.task(name="helpdesk.tasks.api_tasks.call_directory", time_limit=30)
def call_directory(number: str) -> str:
    """Ask the directory for a name."""
    return requests.get(f"https://directory.example.com/{number}", timeout=10).text


@app.task(name="helpdesk.tasks.sms_tasks.send_sms", time_limit=30)
def send_sms(number: str, text: str) -> int:
    """Send a text message."""
    return requests.post("https://sms.example.com", json={"to": number, "text": text}, timeout=10).status_code
