from random import choice, randrange

from celery.schedules import crontab

MINUTE = randrange(60)

CELERY_BEAT_SCHEDULE = {
    "report-usage": {
        "task": "telemetry.tasks.report_usage",
        "schedule": crontab(minute=MINUTE, hour=str(choice([1, 2, 3]))),  # expect CEL724: MINUTE
    },
}
