"""The call finds nothing, but the app is told of its tasks in another way."""

from celery import Celery

app = Celery("harvest", broker="redis://localhost/0", include=["harvest.tasks"])
app.autodiscover_tasks()
