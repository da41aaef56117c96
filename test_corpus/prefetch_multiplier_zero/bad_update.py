from celery import Celery

UNLIMITED = 0
app = Celery("shop")
app.conf.update(task_serializer="json", worker_prefetch_multiplier=UNLIMITED)  # expect CEL725: UNLIMITED
