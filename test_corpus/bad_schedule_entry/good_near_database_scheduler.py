"""The scheduler is not Celery's: keys of its own are its fields."""

from celery.schedules import crontab

INSTALLED_APPS = ["django_celery_beat", "shop"]
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_BEAT_SCHEDULE = {
    "nightly-export": {
        "task": "shop.tasks.export",
        "schedule": crontab(minute=0, hour=1),
        "enabled": False,
        "description": "for the accountants",
    },
}
