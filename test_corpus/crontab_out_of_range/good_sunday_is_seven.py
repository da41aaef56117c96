from celery.schedules import crontab

SUNDAY = 0

CELERY_BEAT_SCHEDULE = {
    "weekly-digest": {
        "task": "newsletter.tasks.send_digest",
        "schedule": crontab(minute="59", hour="8", day_of_week=SUNDAY),
    },
    "month-end": {
        "task": "newsletter.tasks.archive",
        "schedule": crontab(0, 3, "*", "1"),
    },
}
