"""The settings, in another file, may name a scheduler that takes `enabled`."""

from celery import Celery

app = Celery("harbour")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = {
    "count-ships": {"task": "harbour.tasks.count_ships", "schedule": 60.0, "enabled": False},
}
