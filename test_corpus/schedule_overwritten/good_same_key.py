from celery.schedules import crontab

CELERY_BEAT_SCHEDULE = {
    "send-morning-reminders": {
        "task": "clinic.tasks.send_reminders",
        "schedule": crontab(minute=0, hour=8),
        "args": ("morning",),
    },
    "close-appointments": {
        "task": "clinic.tasks.close_appointments",
        "schedule": crontab(minute=30, hour=18),
    },
    "send-afternoon-reminders": {
        "task": "clinic.tasks.send_reminders",
        "schedule": crontab(minute=0, hour=16),
        "args": ("afternoon",),
    },
}
