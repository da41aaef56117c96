"""A step as large as the field says once an hour, once a day: that is what happens."""

from celery.schedules import crontab

HOURLY = crontab(minute="*/60")
DAILY = crontab(minute="0", hour="*/24")
WEEKLY = crontab(minute="0", hour="0", day_of_week="*/7")
MONTHLY = crontab(minute="0", hour="0", day_of_month="*/31")
YEARLY = crontab(minute="0", hour="0", day_of_month="1", month_of_year="*/12")
