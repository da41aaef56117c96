from datetime import timedelta

from celery import Celery

app = Celery("lighthouse", broker="redis://localhost")


@app.on_after_configure.connect
def schedule_lights(sender, **kwargs):
    sender.add_periodic_task("10", flash.s(), name="flash")  # expect CEL717: "10"
    sender.add_periodic_task(0, flash.s(), name="always")  # expect CEL717: 0
    sender.add_periodic_task(60, flash.s(), name="fresh", expires=timedelta(seconds=30))  # expect CEL717: expires=timedelta(seconds=30)


@app.task
def flash():
    print("light")
