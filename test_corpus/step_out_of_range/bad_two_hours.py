from celery.schedules import crontab

CELERY_BEAT_SCHEDULE = {
    "refresh-prices": {
        "task": "prices.tasks.refresh",
        "schedule": crontab(minute="*/120"),  # expect CEL721: minute="*/120"
    },
    "rebuild-index": {
        "task": "prices.tasks.rebuild_index",
        "schedule": crontab(minute="*/90"),  # expect CEL721: minute="*/90"
    },
}
