from celery import Celery
from celery.schedules import crontab

app = Celery("garden", broker="redis://localhost")
HOURS = "*/48"


@app.on_after_configure.connect
def schedule_watering(sender, **kwargs):
    sender.add_periodic_task(crontab(minute=0, hour=HOURS), water.s("roses"))  # expect CEL721: hour=HOURS
    sender.add_periodic_task(
        crontab(minute=0, hour=5, day_of_week="*/14"),  # expect CEL721: day_of_week="*/14"
        water.s("cacti"),
    )
    sender.add_periodic_task(
        crontab(minute=0, hour=5, day_of_month="1", month_of_year="*/18"),  # expect CEL721: month_of_year="*/18"
        water.s("stones"),
    )


@app.task
def water(plants):
    print("watering", plants)
