from celery import Celery
from celery.schedules import crontab

app = Celery("garage", broker="redis://localhost")
NIGHTLY = crontab(minute=0, hour=2)


@app.task
def inspect_cars(lot="north"):
    print("inspecting", lot)


app.add_periodic_task(inspect_cars.s(), NIGHTLY)  # expect CEL723: NIGHTLY
app.add_periodic_task(NIGHTLY, "garage.inspect_cars")  # expect CEL723: "garage.inspect_cars"
app.add_periodic_task(NIGHTLY, signature=inspect_cars.s("south"))  # expect CEL723: app.add_periodic_task(NIGHTLY, signature=inspect_cars.s("south"))
