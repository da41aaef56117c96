from celery import Celery

from models.training import evaluate, export

app = Celery("models")
app.conf.update(task_soft_time_limit=600, task_time_limit=660)


@app.task(time_limit=120)  # expect CEL214: time_limit=120
def export_model(model_id: int) -> bytes:
    return export(model_id)


@app.task(soft_time_limit=900)  # expect CEL214: soft_time_limit=900
def evaluate_model(model_id: int) -> float:
    return evaluate(model_id)
