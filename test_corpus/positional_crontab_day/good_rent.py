from celery import Celery
from celery.schedules import crontab

app = Celery("rent", broker="redis://localhost")
app.conf.timezone = "UTC"
app.conf.beat_schedule = {
    "collect-rent": {
        "task": "rent.tasks.collect",
        "schedule": crontab(0, 4, day_of_month=1),
    },
    "remind-tenants": {
        "task": "rent.tasks.remind",
        "schedule": crontab("30", "9", day_of_week="mon-fri"),
    },
}
