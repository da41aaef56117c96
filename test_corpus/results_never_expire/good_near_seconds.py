"""Settings that say for how long, by a number, an interval or the environment."""

import os
from datetime import timedelta

CELERY_RESULT_BACKEND = "redis://localhost/1"
CELERY_RESULT_EXPIRES = timedelta(hours=6)
CELERY_TASK_RESULT_EXPIRES = int(os.environ.get("RESULT_EXPIRES", 0))
CELERY_RESULT_CHORD_RETRY_INTERVAL = 0
