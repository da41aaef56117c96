from celery import Celery

from forge.timetable import SCHEDULE

app = Celery("forge", broker="redis://localhost")
app.conf.beat_schedule = SCHEDULE
