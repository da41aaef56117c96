"""From Celery 5.7 on, what is set last holds."""

from celery import Celery


class Settings:
    CELERY_TASK_ACKS_LATE = False


app = Celery("shop")
app.config_from_object(Settings, namespace="CELERY")
app.conf.task_acks_late = True
