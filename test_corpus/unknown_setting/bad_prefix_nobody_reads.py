from celery import Celery

app = Celery("shop")
app.conf.update(
    CELERY_BROKER_URL="redis://cache:6379/0",  # expect CEL710: CELERY_BROKER_URL
    TASK_ACKS_LATE=True,  # expect CEL710: TASK_ACKS_LATE
)
