# settings: target-celery = "5.6"
from celery import Celery

from models.training import export

app = Celery("models", task_soft_time_limit=600)


@app.task(time_limit=120)  # expect CEL214: time_limit=120
def export_model(model_id: int) -> bytes:
    return export(model_id)


@app.task(soft_time_limit=150, time_limit=120)  # expect CEL214: soft_time_limit=150
def export_all_models() -> list[bytes]:
    return [export(model_id) for model_id in range(10)]
