from celery import Celery
from flask import Flask


def make_celery(flask_app: Flask) -> Celery:
    worker = Celery(flask_app.import_name)
    worker.config_from_object(flask_app.config["CELERY"])
    worker.autodiscover_tasks()  # expect CEL116: worker.autodiscover_tasks()
    return worker


app = Celery("second")
app.autodiscover_tasks([], force=True)  # expect CEL116: app.autodiscover_tasks([], force=True)
