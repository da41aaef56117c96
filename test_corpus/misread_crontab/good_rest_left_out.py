from celery.schedules import crontab

CELERY_BEAT_SCHEDULE = {
    "poll": {
        "task": "meters.tasks.poll",
        "schedule": crontab(minute="0-30/5"),
    },
    "settle": {
        "task": "meters.tasks.settle",
        "schedule": crontab(minute=0, hour="8,12,16"),
    },
}
