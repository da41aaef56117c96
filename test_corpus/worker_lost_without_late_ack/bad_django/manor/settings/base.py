DEBUG = False
CELERY_BROKER_URL = "redis://localhost/0"
CELERY_TASK_ACKS_LATE = True
