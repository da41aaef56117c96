from celery import Celery

app = Celery("shop")
app.conf.task_serialiser = "json"  # expect CEL710: task_serialiser
app.conf["worker_prefetch_multipler"] = 1  # expect CEL710: "worker_prefetch_multipler"
app.conf.update(task_ack_late=True, timezone="UTC")  # expect CEL710: task_ack_late
