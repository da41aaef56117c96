"""The call, the signature or the task says when a message is out of date, or may do so out of sight."""

from celery import Celery

from greenhouse.signatures import weed

app = Celery("greenhouse", broker="redis://localhost")
OPTIONS = {"expires": 60}


@app.task
def water(bed):
    print("watering", bed)


@app.task(expires=30)
def measure():
    print("measured")


@app.on_after_configure.connect
def schedule_all(sender, **kwargs):
    sender.add_periodic_task(60, water.s("roses"), name="roses", expires=60)
    sender.add_periodic_task(60, water.s("lilies").set(expires=60))
    sender.add_periodic_task(60, water.s("tulips"), **OPTIONS)
    sender.add_periodic_task(60, measure.s(), name="measure")
    sender.add_periodic_task(60, weed)
