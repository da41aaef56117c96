"""The other timetable is not the one that the app is given."""

from celery import Celery

from forge.timetable import SCHEDULE

app = Celery("forge", broker="redis://localhost")
app.conf.beat_schedule = SCHEDULE
