from celery.schedules import crontab

CELERY_BEAT_SCHEDULE = {
    "poll": {
        "task": "meters.tasks.poll",
        "schedule": crontab(minute="*/5-30"),  # expect CEL733: minute="*/5-30"
    },
    "settle": {
        "task": "meters.tasks.settle",
        "schedule": crontab(minute=0, hour="8-12-16"),  # expect CEL733: hour="8-12-16"
    },
}
