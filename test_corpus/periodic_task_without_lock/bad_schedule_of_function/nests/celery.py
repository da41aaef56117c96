from celery import Celery

from nests.schedule import DAILY, hourly

app = Celery("nests", broker="redis://localhost", include=["nests.tasks"])
app.conf.beat_schedule = {**DAILY, **hourly()}
