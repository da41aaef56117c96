CELERY_BROKER_URL = "redis://cache:6379/1"
CELERY_TASK_SERIALIZER = "pickle"  # expect CEL708: "pickle"
CELERY_RESULT_SERIALIZER = "pickle"  # expect CEL708: "pickle"
