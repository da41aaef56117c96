# settings: target-celery = "5.5"
from celery import Celery

app = Celery("shop")
app.conf.task_acks_on_timeout = False  # expect CEL710: task_acks_on_timeout
app.conf.worker_eta_task_limit = 1000  # expect CEL710: worker_eta_task_limit
