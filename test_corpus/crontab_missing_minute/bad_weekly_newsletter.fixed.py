from celery.schedules import crontab

from newsletter.celery import app

app.conf.update(
    timezone="Europe/Vienna",
    beat_schedule={
        "weekly-newsletter": {
            "task": "newsletter.send",
            "schedule": crontab(hour=0, minute=0, day_of_week="friday"),
        },
    },
)
