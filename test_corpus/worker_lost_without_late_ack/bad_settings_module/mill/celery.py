from celery import Celery

app = Celery("mill")
app.config_from_object("mill.queue_config")
