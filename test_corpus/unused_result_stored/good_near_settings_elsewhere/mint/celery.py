from celery import Celery

app = Celery("mint")
app.config_from_object("mint.queue")
