"""The backend may come with settings from elsewhere, and a result of `apply()` needs none."""

from celery import Celery, shared_task

app = Celery("gardens", broker="redis://localhost:6379/0")
app.config_from_object("gardens.settings")


@app.task
def water(bed: int) -> int:
    return bed * 3


@shared_task
def rake(bed: int) -> int:
    return bed


def tend(bed: int) -> list[int]:
    return [water.delay(bed).get(timeout=10), rake.apply((bed,)).get(), rake.delay(bed).get(timeout=10)]
