# settings: queues = ["celery", "letters"]
"""A worker is started with -Q celery,letters."""

from celery import Celery
from kombu import Queue

app = Celery("post", broker="redis://localhost:6379/0")
app.conf.task_queues = [Queue("letters")]
