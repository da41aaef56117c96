"""Only where the environment or the debug flag says so."""

import os

DEBUG = os.environ.get("DEBUG") == "1"
CELERY_TASK_ALWAYS_EAGER = DEBUG
CELERY_TASK_EAGER_PROPAGATES = True

try:
    import redis  # noqa: F401
except ImportError:
    CELERY_TASK_ALWAYS_EAGER = True
