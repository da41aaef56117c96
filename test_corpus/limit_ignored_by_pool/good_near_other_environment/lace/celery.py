"""The limit is set for another environment than the one whose pool is seen."""

from celery import Celery

app = Celery("lace")
app.config_from_object("lace.live")
