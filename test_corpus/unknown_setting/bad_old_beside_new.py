from celery import Celery


class Config:
    broker_url = "redis://cache:6379/0"
    task_acks_late = True
    CELERYD_PREFETCH_MULTIPLIER = 1  # expect CEL710: CELERYD_PREFETCH_MULTIPLIER
    CELERY_RESULT_SERIALIZER = "json"  # expect CEL710: CELERY_RESULT_SERIALIZER


app = Celery("shop")
app.config_from_object(Config)
