from celery.schedules import crontab

EVERY_MORNING = crontab(minute=0, hour=6)
TWICE_A_DAY = crontab(minute=0, hour=[8, 20])
HALF_PAST = crontab(minute=30)
