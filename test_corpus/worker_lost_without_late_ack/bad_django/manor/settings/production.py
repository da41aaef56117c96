from manor.settings.base import *

CELERY_TASK_ACKS_LATE = False
