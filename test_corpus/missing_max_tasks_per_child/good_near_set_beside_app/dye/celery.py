"""The file of the app sets what the module of settings leaves out."""

from celery import Celery

app = Celery("dye")
app.config_from_object("dye.queue")
app.conf.worker_max_tasks_per_child = 200
