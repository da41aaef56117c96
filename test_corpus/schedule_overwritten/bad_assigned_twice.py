from celery import Celery
from celery.schedules import crontab

app = Celery("farm", broker="redis://localhost")

app.conf.beat_schedule = {
    "milk": {"task": "farm.tasks.milk", "schedule": crontab(minute=0, hour="5,17")},
}
app.conf.timezone = "Europe/Amsterdam"

app.conf.beat_schedule = {  # expect CEL705: beat_schedule
    "feed": {"task": "farm.tasks.feed", "schedule": crontab(minute=0, hour=7)},
}
