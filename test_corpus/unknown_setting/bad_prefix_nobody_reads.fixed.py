from celery import Celery

app = Celery("shop")
app.conf.update(
    broker_url="redis://cache:6379/0",
    task_acks_late=True,
)
