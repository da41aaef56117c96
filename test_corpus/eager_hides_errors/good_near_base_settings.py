"""What is imported here may say that failures are raised."""

from letters.settings.base import *

TESTING = True

if TESTING:
    CELERY_TASK_ALWAYS_EAGER = True
