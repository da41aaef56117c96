from datetime import timedelta

from celery import Celery
from celery.schedules import crontab

app = Celery("garden", broker="redis://localhost")


@app.on_after_configure.connect
def schedule_watering(sender, **kwargs):
    sender.add_periodic_task(timedelta(hours=48), water.s("roses"))
    sender.add_periodic_task(timedelta(days=14), water.s("cacti"))
    sender.add_periodic_task(crontab(minute=0, hour=5, day_of_month="1", month_of_year="1"), water.s("stones"))


@app.task
def water(plants):
    print("watering", plants)
