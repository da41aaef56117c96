"""The settings of the workers: JSON, a time zone, a schedule with queues, routes, and processes that are replaced."""

from celery import Celery
from celery.schedules import crontab

celery_app = Celery("helpdesk", broker="redis://redis:6379/0", backend="redis://redis:6379/1")
celery_app.conf.update(
    task_serializer="json",
    result_serializer="json",
    accept_content=["json"],
    timezone="UTC",
    worker_max_tasks_per_child=200,
    worker_prefetch_multiplier=1,
    beat_schedule={
        "hourly-sync": {
            "task": "helpdesk.tasks.sync_tasks.sync_recent",
            "schedule": crontab(minute=0),
            "options": {"queue": "sync"},
        },
        "daily-cleanup": {
            "task": "helpdesk.tasks.cleanup_tasks.drop_old_sessions",
            "schedule": crontab(hour=2, minute=0),
        },
        "weekly-report": {
            "task": "helpdesk.tasks.report_tasks.weekly_report",
            "schedule": crontab(day_of_week=1, hour=9, minute=0),
        },
    },
    task_routes={
        "helpdesk.tasks.webhook_tasks.*": {"queue": "webhooks"},
        "helpdesk.tasks.sync_tasks.*": {"queue": "sync"},
        "helpdesk.tasks.cleanup_tasks.*": {"queue": "maintenance"},
    },
)
