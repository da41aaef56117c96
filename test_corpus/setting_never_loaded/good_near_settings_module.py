"""A module of settings, which makes no app: somebody may load it."""

from celery.schedules import crontab

beat_schedule = {
    "report": {"task": "shop.tasks.report", "schedule": crontab(minute=0, hour=6)},
}
