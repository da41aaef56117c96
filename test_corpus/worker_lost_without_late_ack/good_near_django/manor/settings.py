CELERY_BROKER_URL = "redis://localhost/0"
CELERY_TASK_ACKS_LATE = False

try:
    from manor.local_settings import *
except ImportError:
    pass
