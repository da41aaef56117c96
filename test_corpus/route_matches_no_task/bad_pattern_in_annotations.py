from celery import Celery

app = Celery("api", broker="redis://localhost")
app.conf.task_annotations = {
    "*": {"acks_late": True},
    "api.tasks.*": {"rate_limit": "10/s"},  # expect CEL706: "api.tasks.*"
    "api.mail.send": {"rate_limit": "5/s"},
}
