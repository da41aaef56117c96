CELERY_BEAT_SCHEDULE = {
    "daily-report": {
        "task": "reports.tasks.build",
        "schedule": 86400,
        "args": ("daily",),
    },
}
