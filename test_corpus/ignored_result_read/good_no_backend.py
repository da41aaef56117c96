from celery import Celery

app = Celery("gardens", broker="redis://localhost:6379/0", backend="redis://localhost:6379/1")


@app.task
def water(bed: int) -> int:
    return bed * 3


def water_now(bed: int) -> int:
    sent = water.delay(bed)
    if sent.ready():
        return 0
    return sent.get(timeout=10)


def litres(task_id: str) -> int:
    return water.AsyncResult(task_id).get(timeout=10)
