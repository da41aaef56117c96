from celery import Celery
from celery.schedules import crontab

app = Celery("bakery", broker="redis://localhost")
app.conf.beat_schedule = {
    "count-flour": {
        "task": "bakery.tasks.count_flour",
        "schedule": crontab(minute="*/20"),
    },
    "preheat-ovens": {
        "task": "bakery.tasks.preheat_ovens",
        "schedule": crontab(hour=4, minute=30),  # expect CEL711: crontab(hour=4, minute=30)
    },
    "close-till": {
        "task": "bakery.tasks.close_till",
        "schedule": crontab(hour="18,20", minute=0, day_of_week="mon-sat"),
    },
}
