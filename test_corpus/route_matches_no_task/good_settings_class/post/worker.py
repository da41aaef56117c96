from celery import Celery

from post.config import Queue

app = Celery("post")
app.config_from_object(Queue)
