from celery import Celery

celery = Celery("chapel", broker="redis://localhost")
