from celery.schedules import crontab

from newsletter.celery import app

app.conf.update(
    timezone="Europe/Vienna",
    beat_schedule={
        "weekly-newsletter": {
            "task": "newsletter.send",
            "schedule": crontab(minute=0, hour=8, day_of_week="friday"),
        },
    },
)
