# settings: target-celery = "5.5"
from celery import Celery


class Settings:
    CELERY_BROKER_URL = "redis://cache:6379/0"
    CELERY_TASK_ACKS_LATE = True


app = Celery("shop")
app.config_from_object(Settings, namespace="CELERY")
