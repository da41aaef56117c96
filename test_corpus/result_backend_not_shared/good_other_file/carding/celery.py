from celery import Celery

app = Celery("carding")
app.config_from_object("carding.queue")
