# settings: target-celery = "5.4"
from celery.schedules import crontab

LAST_DAY = crontab(minute=0, hour=0, day_of_month="30-31", month_of_year=2)  # expect CEL733: day_of_month="30-31"
