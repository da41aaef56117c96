"""29 February comes, if rarely; and 31 comes in some of the months."""

from celery.schedules import crontab

LEAP_DAY = crontab(minute=0, hour=12, day_of_month=29, month_of_year=2)
LAST_DAYS = crontab(minute=0, hour=12, day_of_month="28-31", month_of_year="feb")
LONG_MONTHS = crontab(minute=0, hour=12, day_of_month=31)
SOME_MONTHS = crontab(minute=0, hour=12, day_of_month=31, month_of_year="*/2")
