"""Settings of one environment, over those that another file holds."""

from harbour.settings.base import *

CELERY_BROKER_URL = "redis://redis:6379/1"
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_TIME_LIMIT = 7200
