from celery import Celery

from kennel import config

app = Celery("kennel")
app.config_from_object(config.Live)
