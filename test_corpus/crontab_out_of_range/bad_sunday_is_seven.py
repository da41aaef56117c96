from celery.schedules import crontab

SUNDAY = 7

CELERY_BEAT_SCHEDULE = {
    "weekly-digest": {
        "task": "newsletter.tasks.send_digest",
        "schedule": crontab(
            minute="60",  # expect CEL702: minute="60"
            hour="8",
            day_of_week=SUNDAY,  # expect CEL702: day_of_week=SUNDAY
        ),
    },
    "month-end": {
        "task": "newsletter.tasks.archive",
        "schedule": crontab(0, 3, "*", "0"),  # expect CEL702: "0"
    },
}
