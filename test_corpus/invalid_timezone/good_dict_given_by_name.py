from celery import Celery

OPTIONS = {"broker_url": "redis://localhost", "timezone": "Europe/Athens"}
app = Celery("ferry")
app.conf.update(**OPTIONS)
