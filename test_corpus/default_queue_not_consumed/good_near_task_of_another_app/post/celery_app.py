"""What is sent without a queue is a task of the other app."""

from celery import Celery
from kombu import Queue

app = Celery("post", broker="redis://localhost:6379/0")
app.conf.task_queues = [Queue("letters"), Queue("parcels")]
