"""Settings that say nothing of workers."""

from celery import Celery
from celery.schedules import crontab

app = Celery("gallery")
broker_url = "redis://redis:6379/0"
result_backend = "redis://redis:6379/0"
task_serializer = "json"
accept_content = ["json"]
timezone = "UTC"
beat_schedule = {
    "import-pictures": {"task": "gallery.tasks.import_pictures", "schedule": crontab(minute="*/30")},
}
app.config_from_object(__name__)
