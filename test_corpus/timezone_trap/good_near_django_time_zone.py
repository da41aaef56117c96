"""Celery takes the time zone of Django's settings."""

from celery.schedules import crontab

INSTALLED_APPS = ["clinic"]
TIME_ZONE = "Asia/Tokyo"
BROKER_URL = "redis://localhost"
CELERYBEAT_SCHEDULE = {
    "call-patients": {"task": "clinic.tasks.call_patients", "schedule": crontab(hour=8, minute=0)},
}
