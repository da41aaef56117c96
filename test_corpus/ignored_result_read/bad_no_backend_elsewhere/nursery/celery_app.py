from celery import Celery

app = Celery("nursery")
app.config_from_object("nursery.queueing")
