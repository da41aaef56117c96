"""The default queue, and more queues, may come from a module that cannot be seen."""

from celery import Celery
from kombu import Queue

from forge.queues import EXTRA_QUEUES

app = Celery("forge", broker="redis://localhost")
app.config_from_object("forge.celeryconfig")
app.conf.task_queues = [Queue("iron")]

other = Celery("other", broker="redis://localhost")
other.conf.task_queues = [Queue("steel"), *EXTRA_QUEUES]


@app.task(name="forge.cast")
def cast():
    print("casting")


cast.delay()
