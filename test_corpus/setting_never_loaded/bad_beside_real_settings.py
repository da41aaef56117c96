from celery import Celery

app = Celery("library", broker="redis://localhost")
app.conf.timezone = "UTC"
app.conf.beat_schedule = {"remind": {"task": "library.remind", "schedule": 86400}}
task_routes = {"library.remind": {"queue": "mail"}}  # expect CEL730: task_routes
