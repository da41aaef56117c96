from celery import Celery

app = Celery("shop")
app.conf.task_serializer = "json"
app.conf["worker_prefetch_multiplier"] = 1
app.conf.update(task_acks_late=True, timezone="UTC")
