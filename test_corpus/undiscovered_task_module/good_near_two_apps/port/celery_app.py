from celery import Celery

app = Celery("port", broker="redis://localhost:6379/0", include=["port.cranes"])
