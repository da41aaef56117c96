"""Without a backend tasks are sent, run at once, and known by their ids; nothing asks for a result."""

from celery import Celery

app = Celery("gardens", broker="redis://localhost:6379/0")


@app.task
def water(bed: int) -> int:
    return bed * 3


def tend(bed: int) -> str:
    water.apply((bed,)).get()
    sent = water.delay(bed)
    return sent.id
