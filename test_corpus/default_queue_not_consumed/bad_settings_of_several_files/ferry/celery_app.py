from celery import Celery

from ferry.timetable import TIMETABLE

app = Celery("ferry")
app.config_from_object("ferry.celeryconfig")
app.conf.task_routes = {"ferry.cargo.*": {"queue": "cargo"}}
app.conf.beat_schedule = TIMETABLE
