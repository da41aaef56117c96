# settings: target-celery = "5.5"
"""The source does not have the setting."""

from celery import Celery


class Settings:
    CELERY_BROKER_URL = "redis://cache:6379/0"


app = Celery("shop")
app.config_from_object(Settings, namespace="CELERY")
app.conf.task_acks_late = True
