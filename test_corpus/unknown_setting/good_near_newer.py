"""Settings of Celery 5.6 and 5.7, which is what runs."""

from celery import Celery

app = Celery("shop")
app.conf.task_acks_on_timeout = False
app.conf.worker_eta_task_limit = 1000
