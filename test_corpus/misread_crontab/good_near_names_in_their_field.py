"""Names of days and months in the fields that they belong to, long and short, and blanks around numbers."""

from celery.schedules import crontab

WEEKDAYS = crontab(minute=0, hour=7, day_of_week="Mon-Fri")
WEEKEND = crontab(minute="30 ", hour=" 9", day_of_week="saturday,sunday")
SPRING = crontab(minute=0, hour=7, day_of_month=1, month_of_year="march-may")
SUMMER = crontab(minute="0-30/10", hour="6-20/2", day_of_month=1, month_of_year="Jun-Aug")
