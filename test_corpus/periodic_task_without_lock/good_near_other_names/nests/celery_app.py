"""What the schedule of the app names is another task: of another module, or of another name."""

from celery import Celery

app = Celery("nests")
app.conf.beat_schedule = {
    "count-eggs": {"task": "nests.eggs.count", "schedule": 60.0},
    "count-chicks": {"task": "count_chicks", "schedule": 60.0},
}
