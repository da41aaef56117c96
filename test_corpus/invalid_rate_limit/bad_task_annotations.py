from celery import Celery

app = Celery("payments", broker="redis://localhost")
app.conf.task_acks_late = True
app.conf.task_annotations = {
    "payments.charge": {"rate_limit": "20/s", "time_limit": 60},
    "payments.refund": {"rate_limit": "100/day"},  # expect CEL707: "100/day"
}
