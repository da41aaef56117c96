from dye.settings.base import *

CELERY_BROKER_URL = "redis://cache:6379/0"
CELERY_WORKER_CONCURRENCY = 8  # expect CEL715: CELERY_WORKER_CONCURRENCY
