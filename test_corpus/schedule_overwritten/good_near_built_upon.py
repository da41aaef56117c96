"""The later schedule takes the earlier one over, or is read before it is replaced."""

CELERY_BEAT_SCHEDULE = {
    "sync": {"task": "crm.tasks.sync", "schedule": 300},
}
CELERY_BEAT_SCHEDULE = {
    **CELERY_BEAT_SCHEDULE,
    "report": {"task": "crm.tasks.report", "schedule": 3600},
}
CELERY_BEAT_SCHEDULE = CELERY_BEAT_SCHEDULE | {
    "purge": {"task": "crm.tasks.purge", "schedule": 86400},
}

ALL_SCHEDULES = dict(CELERY_BEAT_SCHEDULE)
CELERY_BEAT_SCHEDULE = {}
