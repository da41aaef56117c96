"""Results that nobody keeps."""

from celery import Celery

app = Celery("archive", broker="redis://localhost")
app.conf.task_ignore_result = True
app.conf.result_expires = None
