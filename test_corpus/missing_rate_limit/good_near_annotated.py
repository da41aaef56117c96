"""The settings of the app limit the task by its name."""

import requests
from celery import Celery

app = Celery("contacts")
app.conf.task_annotations = {"contacts.tasks.send_text": {"rate_limit": "100/m"}}


@app.task
def send_text(number: str, text: str) -> None:
    requests.post("https://texts.example/v1/messages", json={"to": number, "text": text}, timeout=10)
