from celery import Celery

app = Celery("press")
app.config_from_object("press.config:Live")
