from celery.schedules import crontab

INSTALLED_APPS = ["library"]
CELERY_BROKER_URL = "redis://localhost"
CELERY_TASK_SERIALIZER = "json"
CELERY_BEAT_SCHEDULE = {
    "send-reminders": {
        "task": "library.tasks.send_reminders",
        "schedule": crontab(minute=0, hour="9-17"),  # expect CEL711: crontab(minute=0, hour="9-17")
    },
}
