"""The function of the same name is no task, and the derived class stands in for its base."""

from celery import Celery, Task, shared_task

from ports.ships import dock, undock

app = Celery("ports")


def dock_ship(ship: str) -> None:
    dock(ship)


@shared_task(name="ports.undock")
def undock_ship(ship: str) -> None:
    undock(ship)


class Dock(Task):
    name = "ports.dock"

    def run(self, ship: str) -> None:
        dock_ship(ship)


class CarefulDock(Dock):
    name = "ports.dock"

    def run(self, ship: str) -> None:
        dock_ship(ship.strip())


app.register_task(CarefulDock())
