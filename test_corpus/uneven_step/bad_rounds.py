from celery.schedules import crontab

EVERY_OTHER_DAY = crontab(minute=0, hour=6, day_of_week="*/2")  # expect CEL732: day_of_week="*/2"
EVERY_FIVE_MONTHS = crontab(0, 6, day_of_month=1, month_of_year="*/5")  # expect CEL732: month_of_year="*/5"
WEEKDAYS = crontab(minute=15, hour="*/9", day_of_week="mon-fri")  # expect CEL732: hour="*/9"
BY_LINE = crontab.from_string("*/50 * * * *")  # expect CEL732: "*/50 * * * *"
