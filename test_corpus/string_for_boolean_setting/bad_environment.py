import os
from os import environ

CELERY_TASK_ALWAYS_EAGER = os.environ.get("EAGER", False)  # expect CEL736: os.environ.get("EAGER", False)
CELERY_TASK_ACKS_LATE = environ["ACKS_LATE"]  # expect CEL736: environ["ACKS_LATE"]
LATE = os.getenv("LOST", "0")
CELERY_TASK_REJECT_ON_WORKER_LOST = LATE  # expect CEL736: LATE
