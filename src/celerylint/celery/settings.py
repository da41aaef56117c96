"""Names of Celery's settings that facts look for: the new name, and every old or prefixed spelling of it."""

SOFT_TIME_LIMIT_SETTINGS = frozenset(
    {"task_soft_time_limit", "CELERY_TASK_SOFT_TIME_LIMIT", "CELERYD_TASK_SOFT_TIME_LIMIT"}
)
ANNOTATION_SETTINGS = frozenset({"task_annotations", "CELERY_TASK_ANNOTATIONS", "CELERY_ANNOTATIONS"})
RATE_LIMIT_SETTINGS = frozenset(
    {"task_default_rate_limit", "CELERY_TASK_DEFAULT_RATE_LIMIT", "CELERY_DEFAULT_RATE_LIMIT"}
)
POOL_SETTINGS = frozenset({"worker_pool", "CELERY_WORKER_POOL", "CELERYD_POOL"})
