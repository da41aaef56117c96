# settings: target-celery = "5.4"
from celery.schedules import crontab

TAX_RETURN = crontab(minute=0, hour=9, day_of_month=31, month_of_year="march")  # expect CEL702: month_of_year="march"
