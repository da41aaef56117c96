import os

from celery import Celery

app = Celery("night", broker="redis://localhost:6379/0", include=os.environ["NIGHT_MODULES"].split(","))
