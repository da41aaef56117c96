"""What is accepted is not known here."""

from celery import Celery

from metrics.settings import ACCEPTED

app = Celery("metrics")
app.conf.task_serializer = "msgpack"
app.conf.accept_content = ["json", *ACCEPTED]
