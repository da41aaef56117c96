from celery import Celery


class Config:
    broker_url = "redis://cache"
    worker_hijack_root_logger = False  # expect CEL715: worker_hijack_root_logger


app = Celery("gallery")
app.config_from_object(Config)
