"""A part of the settings, that does not show which scheduler reads the entry: a database one has such fields."""

from celery.schedules import crontab

CELERY_BEAT_SCHEDULE = {
    "nightly-export": {
        "task": "shop.tasks.export",
        "schedule": crontab(minute=0, hour=1),
        "enabled": False,
        "queue": "exports",
    },
}
