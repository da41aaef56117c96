from celery import Celery

from wharf.config import Queue

app = Celery("wharf")
app.config_from_object(Queue())
