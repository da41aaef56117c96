from celery import Celery

app = Celery("ferry", broker="redis://localhost:6379/0")
app.config_from_object("ferry.celeryconfig")
app.conf.task_default_queue = "bridge"
