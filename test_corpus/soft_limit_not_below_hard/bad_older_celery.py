# settings: target-celery = "5.4"
from celery import Task

from models.celery import app
from models.training import prune


class PruneModel(Task):
    name = "models.prune"
    soft_time_limit = 90.5  # expect CEL214: 90.5
    time_limit = 60

    def run(self, model_id: int) -> None:
        prune(model_id)


app.register_task(PruneModel())
