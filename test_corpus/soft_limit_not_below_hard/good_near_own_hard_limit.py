"""Each task has its own pair; those of the settings are for the others."""

import os

from celery import Celery

from models.training import serve, warm_up

app = Celery("models")
app.conf.task_soft_time_limit = 600
app.conf.task_time_limit = int(os.environ.get("TIME_LIMIT", "660"))


@app.task(soft_time_limit=20, time_limit=30)
def warm_up_model(model_id: int) -> None:
    warm_up(model_id)


@app.task(soft_time_limit=None, time_limit=30)
def serve_model(model_id: int) -> None:
    serve(model_id)
