from celery import Celery

app = Celery("lace")
app.config_from_object("lace.queue")
