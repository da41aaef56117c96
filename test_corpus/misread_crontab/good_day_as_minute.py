from celery import Celery
from celery.schedules import crontab

app = Celery("stock", broker="redis://localhost")
app.conf.beat_schedule = {
    "weekly-count": {
        "task": "stock.tasks.count",
        "schedule": crontab(0, 8, "mon"),
    },
    "weekdays": {
        "task": "stock.tasks.reorder",
        "schedule": crontab(minute=0, hour=6, day_of_week="mon-fri"),
    },
}
