"""Steps in one hour or one day, after which nothing follows soon; ranges and lists that are meant so."""

from celery.schedules import crontab

IN_ONE_HOUR = crontab(minute="*/7", hour=3)
IN_SOME_HOURS = crontab(minute="*/25", hour="6,12,18")
ON_MONDAYS = crontab(minute=0, hour="*/5", day_of_week="mon")
ON_THE_FIRST = crontab(minute=0, hour="*/7", day_of_month=1)
RANGE = crontab(minute="5-50/7")
LIST = crontab(minute="0,25,50")
TWO_STEPS = crontab(minute="*/7,*/30")
OTHER_DAYS = crontab(minute=0, hour=0, day_of_month="*/2")
