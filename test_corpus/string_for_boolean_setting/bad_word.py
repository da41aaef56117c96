from celery import Celery

app = Celery("shop")
app.conf.task_always_eager = "False"  # expect CEL736: "False"
app.conf.update(enable_utc="no", task_track_started=True)  # expect CEL736: "no"
