CELERY_BROKER_URL = "amqp://localhost"
