"""Nobody says which pool the workers run."""

import os

CELERY_WORKER_POOL = os.environ.get("POOL", "threads")
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_SOFT_TIME_LIMIT = 500
CELERY_WORKER_MAX_TASKS_PER_CHILD = 100
