from celery import Celery

from toll.config import QueueConfig

app = Celery("toll")
app.config_from_object(QueueConfig)
