"""A template whose values are to be filled in."""

CELERY_BROKER_URL = "amqp://user:password@broker.example.com:5672//"
CELERY_RESULT_BACKEND = "redis://:<your password>@cache.example.com:6379/1"
CELERY_BROKER_READ_URL = "amqp://shop:********@broker.example.com//"
CELERY_REDIS_PASSWORD = ""
DATABASE_URL = "postgresql://shop:brass-owl-9@db.example.com/shop"
