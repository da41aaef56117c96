"""An asterisk that is written out is meant: every minute of the opening hours."""

from celery import Celery
from celery.schedules import crontab

app = Celery("exchange")
app.conf.beat_schedule = {
    "read-quotes": {
        "task": "exchange.read_quotes",
        "schedule": crontab(minute="*", hour="9-17", day_of_week="mon-fri"),
    },
    "sum-up-fridays": {
        "task": "exchange.sum_up",
        "schedule": crontab(minute=0, hour="*", day_of_week="fri"),
    },
}
