"""Steps that divide the field, and one over its end."""

from celery.schedules import crontab

QUARTERS = crontab(minute="*/15", hour="*/8")
EACH = crontab(minute="*/1", hour="*/24")
SIXTY = crontab(minute="*/60")
BEYOND = crontab(minute="*/90")
SEASONS = crontab(minute=0, hour=0, day_of_month=1, month_of_year="*/3")
