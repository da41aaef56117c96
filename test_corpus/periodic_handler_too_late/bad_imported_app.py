from celery import shared_task

from museum.celery import app

if app.conf.get("task_always_eager"):
    print("tasks run here")


@shared_task
def open_doors():
    print("open")


@app.on_after_configure.connect  # expect CEL737: app.on_after_configure
def schedule_doors(sender, **kwargs):
    sender.add_periodic_task(60, open_doors.s())
