"""Schedules that no time zone changes: every so many minutes or hours."""

from datetime import timedelta

from celery import Celery
from celery.schedules import crontab

app = Celery("weather", broker="redis://localhost")
app.conf.beat_schedule = {
    "read-sensors": {"task": "weather.tasks.read_sensors", "schedule": crontab(minute="*/10")},
    "publish-forecast": {"task": "weather.tasks.publish_forecast", "schedule": crontab(minute=0, hour="*/6")},
    "ping-stations": {"task": "weather.tasks.ping_stations", "schedule": timedelta(hours=2)},
    "compress": {"task": "weather.tasks.compress", "schedule": crontab(minute="5", hour="*")},
}
