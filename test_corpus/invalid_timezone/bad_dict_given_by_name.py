from celery import Celery

OPTIONS = {"broker_url": "redis://localhost", "timezone": "Europe/Atlantis"}  # expect CEL731: "Europe/Atlantis"
app = Celery("ferry")
app.conf.update(**OPTIONS)
