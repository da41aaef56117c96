from celery import Celery, Task

from buoys.radio import NoSignal, measure

app = Celery("buoys")


class Persistent(Task):
    abstract = True
    max_retries = None


@app.task(base=Persistent, bind=True)
def measure_waves(task, buoy: str) -> float:
    try:
        return measure(buoy)
    except NoSignal:
        if task.max_retries > task.request.retries:  # expect CEL240: task.max_retries > task.request.retries
            raise task.retry()
        return 0.0
