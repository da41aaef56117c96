from celery import shared_task

from models.training import train

HOUR = 3600


@shared_task(bind=True, time_limit=HOUR + 60, soft_time_limit=HOUR)
def train_model(self, model_id: int) -> float:
    return train(model_id)
