from celery import Celery, Task

from harbour.cranes import lift

app = Celery("harbour")


def unload(ship: str) -> int:  # expect CEL112: def unload
    return lift(ship)


unload_ship = app.task(unload, name="harbour.unload")


class LoadShip(Task):  # expect CEL112: class LoadShip
    name = "harbour.load"

    def run(self, ship: str) -> int:
        return lift(ship, into=True)


load_ship = app.register_task(LoadShip())
