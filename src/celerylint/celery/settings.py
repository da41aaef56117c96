"""Names of Celery's settings that facts look for: the new name, and every old or prefixed spelling of it."""

SOFT_TIME_LIMIT_SETTINGS = frozenset(
    {"task_soft_time_limit", "CELERY_TASK_SOFT_TIME_LIMIT", "CELERYD_TASK_SOFT_TIME_LIMIT"}
)
ANNOTATION_SETTINGS = frozenset({"task_annotations", "CELERY_TASK_ANNOTATIONS", "CELERY_ANNOTATIONS"})
RATE_LIMIT_SETTINGS = frozenset(
    {"task_default_rate_limit", "CELERY_TASK_DEFAULT_RATE_LIMIT", "CELERY_DEFAULT_RATE_LIMIT"}
)

OPTION_SETTINGS = {
    "acks_late": frozenset({"task_acks_late", "CELERY_TASK_ACKS_LATE", "CELERY_ACKS_LATE"}),
    "time_limit": frozenset({"task_time_limit", "CELERY_TASK_TIME_LIMIT", "CELERYD_TASK_TIME_LIMIT"}),
    "soft_time_limit": SOFT_TIME_LIMIT_SETTINGS,
}
"""The setting that a task without the option takes it from (celery.app.task.Task.from_config)."""
