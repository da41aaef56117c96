from celery import Celery

app = Celery("letters")


class Config:
    broker_url = "redis://localhost/0"


class TestingConfig(Config):
    CELERY_TASK_ALWAYS_EAGER = True  # expect CEL908: CELERY_TASK_ALWAYS_EAGER
