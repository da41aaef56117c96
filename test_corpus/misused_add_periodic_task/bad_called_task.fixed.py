from celery import Celery
from celery.schedules import crontab

app = Celery("heating", broker="redis://localhost")


@app.on_after_configure.connect
def schedule_heating(sender, **kwargs):
    sender.add_periodic_task(30.0, read_sensors.s(), name="read sensors")
    sender.add_periodic_task(crontab(minute=0), adjust.delay(21))


@app.task
def read_sensors():
    print("reading")


@app.task
def adjust(degrees):
    print("adjusting to", degrees)
