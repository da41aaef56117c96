from celery import Celery
from celery.schedules import crontab

app = Celery("greenhouse", broker="redis://localhost")


@app.task
def water(bed):
    print("watering", bed)


@app.on_after_finalize.connect
def schedule_watering(sender, **kwargs):
    sender.add_periodic_task(60, water.s("roses"), name="roses")  # expect CEL716: sender.add_periodic_task(60, water.s("roses"), name="roses")
    sender.add_periodic_task(crontab(minute=5), water, args=("lilies",))  # expect CEL716: sender.add_periodic_task(crontab(minute=5), water, args=("lilies",))
