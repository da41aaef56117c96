from celery import Celery

app = Celery("shop", broker="redis://localhost:6379/0")
app.conf.task_acks_late = True
app.conf.worker_prefetch_multiplier = 1
