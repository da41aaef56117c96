"""The Celery application, its settings and its schedule."""

from celery import Celery
from celery.schedules import crontab

app = Celery("newsletter", include=["newsletter.tasks.mailing", "newsletter.tasks.people", "newsletter.tasks.reports"])

app.conf.update(
    broker_url="redis://localhost:6379/0",
    task_serializer="json",
    timezone="Europe/Lisbon",
    task_annotations={
        "newsletter.tasks.mailing.send_message": {"rate_limit": "2000/d"},  # hazard: no such unit, the worker dies
    },
    beat_schedule={
        "clean-up-bounces": {
            "task": "newsletter.tasks.people.remove_bounced",
            "schedule": crontab(hour="*/6"),  # hazard: every minute of four hours
        },
        "nightly-report": {
            "task": "newsletter.tasks.reports.nightly_report",
            "schedule": crontab(minute=30, hour=2),
        },
    },
)
