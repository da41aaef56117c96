from celery import Celery

app = Celery("campus")
app.config_from_object("campus.celery_settings")
app.autodiscover_tasks(["campus"], related_name=["tasks", "jobs"])  # expect CEL115: ["tasks", "jobs"]
