"""Messages are pickled, so the task is handed the model itself."""

from celery import Celery
from pydantic import BaseModel

app = Celery("lab", task_serializer="pickle")
app.conf.update(task_serializer="pickle", result_serializer="pickle", accept_content=["pickle"])


class Sample(BaseModel):
    grams: float


@app.task
def weigh(sample: Sample) -> float:
    return sample.grams
