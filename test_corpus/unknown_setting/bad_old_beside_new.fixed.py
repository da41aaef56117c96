from celery import Celery


class Config:
    broker_url = "redis://cache:6379/0"
    task_acks_late = True
    worker_prefetch_multiplier = 1
    result_serializer = "json"


app = Celery("shop")
app.config_from_object(Config)
