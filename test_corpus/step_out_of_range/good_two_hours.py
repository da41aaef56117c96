from datetime import timedelta

from celery.schedules import crontab

CELERY_BEAT_SCHEDULE = {
    "refresh-prices": {
        "task": "prices.tasks.refresh",
        "schedule": crontab(minute=0, hour="*/2"),
    },
    "rebuild-index": {
        "task": "prices.tasks.rebuild_index",
        "schedule": timedelta(minutes=90),
    },
}
