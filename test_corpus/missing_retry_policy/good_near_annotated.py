"""Annotations may give all tasks of the app what their decorators do not say."""

import requests
from celery import Celery

app = Celery("radio")
app.conf.task_annotations = {"*": {"max_retries": 5}}


@app.task
def count_listeners(station: str) -> int:
    return int(requests.get(f"https://api.example.com/stations/{station}/listeners", timeout=5).text)
