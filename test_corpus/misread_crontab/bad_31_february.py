from celery.schedules import crontab

YEAR_END = crontab(minute=0, hour=0, day_of_month=31, month_of_year="2,4,6")  # expect CEL733: day_of_month=31
