from celery import Celery

from depot import web

app = Celery("depot", broker="redis://localhost:6379/0", include=["depot.parcels"])
app.conf.task_routes = {"depot.web.*": {"queue": web.QUEUE}}
