"""The processes are replaced by how much memory they use."""

CELERY_BROKER_URL = "redis://localhost:6379"
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 450_000
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
