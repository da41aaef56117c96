"""The default queue has a name: what has no route of its own is meant to go there."""

CELERY_BROKER_URL = "redis://localhost"
CELERY_TASK_DEFAULT_QUEUE = "general"
CELERY_TASK_ROUTES = {"cards.tasks.imports.*": {"queue": "imports"}}
CELERY_BEAT_SCHEDULE = {
    "rank-decks": {"task": "cards.tasks.decks.rank", "schedule": 3600},
}
