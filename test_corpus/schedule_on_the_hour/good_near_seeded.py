"""A minute drawn by chance that is the same at each start."""

import random

from celery.schedules import crontab

random.seed("telemetry")

CELERY_BEAT_SCHEDULE = {
    "report-usage": {
        "task": "telemetry.tasks.report_usage",
        "schedule": crontab(minute=random.randint(0, 59), hour=3),
    },
}
