from celery import Celery

app = Celery("bank", broker="redis://localhost:6379/1")
