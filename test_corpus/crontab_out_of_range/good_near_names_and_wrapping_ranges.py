"""All of it is grammar that Celery has: names, ranges over midnight and over Sunday, lists, steps in a range."""

from celery.schedules import crontab

NIGHT_SHIFT = crontab(minute="*/15", hour="22-5")
LONG_WEEKEND = crontab(minute=0, hour="8-20/4", day_of_week="Fri-mon")
OPENING_HOURS = crontab(minute="0,30", hour="9-12,14-18/2", day_of_week="monday,Tuesday,sat")
QUARTERS = crontab(minute=0, hour=0, day_of_month=1, month_of_year="jan,apr,jul,oct")
ODD_DAYS = crontab(0, 0, day_of_month="1-31/2")
RANGE = crontab(minute=0, hour=range(8, 18))
