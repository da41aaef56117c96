"""Every full hour from Monday to Friday: the days are a range, so the hour is left open on purpose."""

from celery import Celery
from celery.schedules import crontab

app = Celery("exchange")

app.conf.beat_schedule = {
    "fetch-prices-hourly": {
        "task": "exchange.tasks.fetch_prices",
        "schedule": crontab(minute=0, day_of_week="mon-fri"),
    },
}
