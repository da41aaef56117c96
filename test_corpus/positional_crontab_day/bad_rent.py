from celery import Celery
from celery.schedules import crontab

app = Celery("rent", broker="redis://localhost")
app.conf.timezone = "UTC"
app.conf.beat_schedule = {
    "collect-rent": {
        "task": "rent.tasks.collect",
        "schedule": crontab(0, 4, 1),  # expect CEL734: 1
    },
    "remind-tenants": {
        "task": "rent.tasks.remind",
        "schedule": crontab("30", "9", "mon-fri"),  # expect CEL734: "mon-fri"
    },
}
