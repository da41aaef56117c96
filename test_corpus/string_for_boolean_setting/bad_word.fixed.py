from celery import Celery

app = Celery("shop")
app.conf.task_always_eager = False
app.conf.update(enable_utc=False, task_track_started=True)
