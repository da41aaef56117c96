from os import environ

CELERY_BROKER_URL = environ["BROKER"]
CELERY_TIMEZONE = "Europe/Lisbon"
