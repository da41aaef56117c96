"""With the namespace, the prefix is right."""

from celery import Celery

app = Celery("shop", namespace="CELERY")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.update(CELERY_TASK_ACKS_LATE=True)
