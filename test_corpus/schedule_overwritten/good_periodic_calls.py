from celery import Celery
from celery.schedules import crontab

app = Celery("observatory", broker="redis://localhost")


@app.on_after_finalize.connect
def schedule_telescopes(sender, **kwargs):
    sender.add_periodic_task(crontab(minute=0, hour=20), point.s("north"), name="evening")
    sender.add_periodic_task(crontab(minute=0, hour=4), point.s("south"), name="morning")
    sender.add_periodic_task(crontab(minute=0, hour=6), park.s())
    sender.add_periodic_task(crontab(minute=0, hour=12), park.s(), name="park at noon")


@app.task
def point(direction):
    print("pointing", direction)


@app.task
def park():
    print("parked")
