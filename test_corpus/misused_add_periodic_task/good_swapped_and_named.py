from celery import Celery
from celery.schedules import crontab

app = Celery("garage", broker="redis://localhost")
NIGHTLY = crontab(minute=0, hour=2)


@app.task
def inspect_cars(lot="north"):
    print("inspecting", lot)


app.add_periodic_task(NIGHTLY, inspect_cars.s())
app.add_periodic_task(NIGHTLY, app.signature("garage.inspect_cars"))
app.add_periodic_task(NIGHTLY, sig=inspect_cars.s("south"))
