from celery import Celery
from celery.schedules import crontab

app = Celery("stables", broker="redis://localhost")


@app.task
def feed(horse):
    print("feeding", horse)


@app.on_after_configure.connect
def schedule_feeding(sender, **kwargs):
    sender.add_periodic_task(crontab(0, 6), feed.s("Bella"))  # expect CEL711: crontab(0, 6)
