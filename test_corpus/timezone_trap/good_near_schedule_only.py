"""A module of schedules, which another one makes part of the settings."""

from celery.schedules import crontab

CELERY_BEAT_SCHEDULE = {
    "weekly-digest": {
        "task": "newsroom.tasks.reports.weekly_digest",
        "schedule": crontab(day_of_week=1, hour=9, minute=0),
    },
}
