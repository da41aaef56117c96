# settings: target-celery = "5.5"
from celery import Celery


class Settings:
    CELERY_BROKER_URL = "redis://cache:6379/0"
    CELERY_TASK_ACKS_LATE = False


app = Celery("shop")
app.config_from_object(Settings, namespace="CELERY")
app.conf.task_acks_late = True  # expect CEL720: task_acks_late
