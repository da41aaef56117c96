from celery import Celery

app = Celery("aviary")
app.config_from_object("aviary.settings")
