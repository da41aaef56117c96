from celery import Celery

celery = Celery("nursery", broker="redis://localhost:6379/0")
