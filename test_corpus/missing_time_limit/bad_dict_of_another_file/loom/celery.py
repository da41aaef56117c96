from celery import Celery

from loom.options import OPTIONS

app = Celery("loom")
app.config_from_object(OPTIONS)
