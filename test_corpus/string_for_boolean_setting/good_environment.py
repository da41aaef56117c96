import os

CELERY_TASK_ALWAYS_EAGER = os.environ.get("EAGER") == "1"
CELERY_TASK_ACKS_LATE = os.environ["ACKS_LATE"].lower() in ("1", "true")
