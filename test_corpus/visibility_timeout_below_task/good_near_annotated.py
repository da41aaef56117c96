"""An annotation gives every task another limit than the setting does."""

from celery import Celery

app = Celery("quarry", broker="redis://localhost/0")
app.conf.task_acks_late = True
app.conf.task_time_limit = 4 * 3600
app.conf.task_annotations = {"*": {"time_limit": 1200}}
