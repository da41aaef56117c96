"""Without the setting `queues` nobody knows which queues workers consume, and Celery makes those that are missing."""

from celery import Celery
from kombu import Queue

from glass.blowers import blow

app = Celery("glass")
app.conf.task_queues = (Queue("celery"), Queue("furnace"))
app.conf.task_routes = {"glass.*": {"queue": "cooling"}}


@app.task
def blow_glass(vase: int) -> None:
    blow(vase)


def monday(vase: int) -> None:
    blow_glass.apply_async((vase,), queue="polish")
