"""The options of the broker may be among the others that the dict takes in."""

from celery import Celery

from desert.settings import COMMON

app = Celery("dunes", broker="redis://localhost/0")
app.conf.update({"task_acks_late": True, "task_time_limit": 9000, **COMMON})
