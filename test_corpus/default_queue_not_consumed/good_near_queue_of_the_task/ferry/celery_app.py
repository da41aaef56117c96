from celery import Celery

app = Celery("ferry", broker="redis://localhost:6379/0", include=["ferry.deck"])
app.config_from_object("ferry.celeryconfig")
app.conf.task_routes = {"ferry.cargo.*": {"queue": "cargo"}}
