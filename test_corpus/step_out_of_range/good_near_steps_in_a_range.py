"""Steps that stay in their field, and intervals, which have none."""

from datetime import timedelta

from celery.schedules import crontab, schedule

QUARTERLY = crontab(minute="0", hour="9-17/2")
HALF_HOURLY = crontab(minute="5-59/30")
EVERY_TWO_HOURS = schedule(timedelta(minutes=120))
