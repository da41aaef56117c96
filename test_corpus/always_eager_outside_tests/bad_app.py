from celery import Celery

app = Celery("shop")
app.conf.task_always_eager = True  # expect CEL712: task_always_eager
