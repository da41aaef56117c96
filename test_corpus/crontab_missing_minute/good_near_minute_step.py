"""A step or list of minutes, alone or on some days: every hour is what it asks for."""

from celery import Celery
from celery.schedules import crontab

app = Celery("tides")
app.conf.beat_schedule = {
    "read-gauges": {"task": "tides.read_gauges", "schedule": crontab(minute="*/15")},
    "read-buoys": {"task": "tides.read_buoys", "schedule": crontab(minute="*/10", day_of_week="sat,sun")},
    "check-alarms": {"task": "tides.check_alarms", "schedule": crontab(minute="0,30", day_of_month="1-7")},
    "hourly": {"task": "tides.sum_up", "schedule": crontab(minute=5)},
}
