"""Where the tasks of Celery go."""

ROUTES = {
    "mine.shaft.dig": {"queue": "shaft"},
    "mine.shaft.hual": {"queue": "shaft"},  # expect CEL706: "mine.shaft.hual"
}
