"""Nobody says which broker it is."""

import os

CELERY_BROKER_URL = os.environ["BROKER_URL"]
CELERY_RESULT_BACKEND = "redis://cache:6379/1"
CELERY_TASK_ROUTES = {
    "clinic.tasks.urgent.*": {"queue": "wards", "priority": 9},
    "clinic.tasks.cleanup.*": {"queue": "wards", "priority": 0},
}
