"""The settings of all tests: which of them use a worker cannot be seen here."""

TESTING = True
CELERY_TASK_ALWAYS_EAGER = True
CELERY_TASK_EAGER_PROPAGATES = True
CELERY_TASK_ROUTES = {"letters.*": {"queue": "letters"}}
