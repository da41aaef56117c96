"""A route gives the messages an end."""

CELERY_TASK_ROUTES = {"aquarium.tasks.*": {"queue": "aquarium", "expires": 30}}
CELERY_BEAT_SCHEDULE = {
    "read-temperature": {"task": "aquarium.tasks.read_temperature", "schedule": 30},
}
