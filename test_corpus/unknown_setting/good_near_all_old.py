"""Names of Celery 3 alone are still read."""

from celery import Celery


class Config:
    BROKER_URL = "redis://cache:6379/0"
    CELERY_ACKS_LATE = True
    CELERYD_PREFETCH_MULTIPLIER = 1


app = Celery("shop", broker="redis://cache:6379/0")
app.config_from_object(Config)
