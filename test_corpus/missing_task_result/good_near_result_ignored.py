"""Nobody can read a result that is dropped; a base class out of sight may drop it as well."""

from celery import Celery, Task

from ferns.base import QuietTask
from ferns.plants import plants, water

app = Celery("ferns")


class Silent(Task):
    ignore_result = True


@app.task(ignore_result=True)
def water_plants(room: str) -> None:
    for plant in plants(room):
        water(plant)


@app.task(base=Silent)
def mist_plants(room: str) -> None:
    for plant in plants(room):
        water(plant, fine=True)


@app.task(base=QuietTask)
def turn_plants(room: str) -> None:
    for plant in plants(room):
        plant.turn()
