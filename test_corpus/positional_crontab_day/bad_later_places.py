from celery.schedules import crontab

DAY = 15

MIDDLE = crontab(0, 0, "*", DAY)  # expect CEL734: DAY
SPRING = crontab(0, 0, "*", "*", "3-5")  # expect CEL734: "3-5"


def on_day(day):
    return crontab(0, 4, day)  # expect CEL734: day
