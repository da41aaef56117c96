from celery.schedules import crontab

EVERY_MORNING = crontab(minute=None, hour=6)  # expect CEL702: minute=None
TWICE_A_DAY = crontab(minute=0, hour=["8", "20"])  # expect CEL702: hour=["8", "20"]
HALF_PAST = crontab(minute=30.0)  # expect CEL702: minute=30.0
