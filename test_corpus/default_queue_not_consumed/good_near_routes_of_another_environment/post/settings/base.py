"""Other settings, which begin with these, have routes."""

from kombu import Queue

INSTALLED_APPS = ["post"]
CELERY_BROKER_URL = "redis://localhost:6379/0"
CELERY_TASK_QUEUES = [Queue("letters")]
