from celery import Celery
from celery.schedules import crontab

app = Celery("stock", broker="redis://localhost")
app.conf.beat_schedule = {
    "weekly-count": {
        "task": "stock.tasks.count",
        "schedule": crontab("mon", 8),  # expect CEL733: "mon"
    },
    "weekdays": {
        "task": "stock.tasks.reorder",
        "schedule": crontab(minute=0, hour=6, day_of_month="mon-fri"),  # expect CEL733: day_of_month="mon-fri"
    },
}
