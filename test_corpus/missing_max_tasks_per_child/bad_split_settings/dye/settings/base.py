DEBUG = False
CELERY_TIMEZONE = "Asia/Kolkata"
