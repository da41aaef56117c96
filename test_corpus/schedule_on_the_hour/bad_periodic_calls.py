import random

from celery import Celery
from celery.schedules import crontab

app = Celery("harbour", broker="redis://localhost", timezone="Europe/Oslo")


@app.task
def inspect(pier):
    print("inspecting", pier)


@app.on_after_configure.connect
def schedule_inspections(sender, **kwargs):
    sender.add_periodic_task(crontab(minute=0, hour=6), inspect.s(1), name="one")  # expect CEL724: sender.add_periodic_task(crontab(minute=0, hour=6), inspect.s(1), name="one")
    sender.add_periodic_task(crontab(0, 6), inspect.s(2), name="two")
    sender.add_periodic_task(crontab(minute=0, hour=6), inspect.s(3), name="three")
    sender.add_periodic_task(crontab(minute=0, hour=[6, 18]), inspect.s(4), name="four")
    sender.add_periodic_task(crontab(minute=0, hour="6-9"), inspect.s(5), name="five")
    sender.add_periodic_task(crontab(hour=7, minute=random.randint(0, 59)), inspect.s(6))  # expect CEL724: random.randint(0, 59)
