"""The options of the broker may come with the rest."""

from celery import Celery

from desert.settings import COMMON

app = Celery("desert", broker="redis://localhost/0", task_acks_late=True, task_time_limit=9000, **COMMON)
