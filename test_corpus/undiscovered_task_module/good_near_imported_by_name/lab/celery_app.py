from celery import Celery

app = Celery("lab", broker="redis://localhost:6379/0", include=["lab.cells"])
