"""A pool of greenlets, as the settings say."""

broker = "redis://localhost"
CELERY_BROKER_URL = broker
CELERY_WORKER_POOL = "gevent"
CELERY_WORKER_CONCURRENCY = 500
