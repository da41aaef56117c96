# settings: target-celery = "5.5"
"""Without a namespace, what is set last holds in every version."""

from celery import Celery


class Settings:
    task_acks_late = False


app = Celery("shop")
app.config_from_object(Settings)
app.conf.task_acks_late = True
