from celery import Celery
from flask import Flask


def make_celery(flask_app: Flask) -> Celery:
    worker = Celery(flask_app.import_name, broker=flask_app.config["BROKER"])
    worker.conf.update({"task_ignore_result": True})
    worker.autodiscover_tasks()  # expect CEL116: worker.autodiscover_tasks()
    return worker


app = Celery("second")
app.conf.timezone = "Europe/Oslo"
app.autodiscover_tasks([], force=True)  # expect CEL116: app.autodiscover_tasks([], force=True)
