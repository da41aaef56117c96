"""Names that only begin like Celery's."""

CELERY_TASK_QUEUE = "orders"
CELERY_BEAT_SCHEDULES = {}
CELERY_MONITORING_ENABLED = True
CELERY_QUEUE = "q"
