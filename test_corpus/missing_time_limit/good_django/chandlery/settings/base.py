from os import environ

CELERY_BROKER_URL = environ["BROKER"]
CELERY_TASK_TIME_LIMIT = 300
