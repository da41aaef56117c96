from datetime import timedelta
from enum import Enum
from pathlib import Path

from celery import shared_task

from bakery.models import Bread


class Crust(Enum):
    THIN = "thin"
    THICK = "thick"


@shared_task
def bake(bread_id: int, crust: str, seconds: float, path: str) -> None:
    print(bread_id, crust, seconds, path)


@shared_task
def sell(bread, crust: Crust, path: Path) -> None:
    print(bread.price, crust.name, path.parent)


def order(name: str) -> None:
    bread = Bread.objects.get(name=name)
    bake.delay(bread, "thin", 1.5, "menu")  # expect CEL505: bread
    bake.delay(bread.pk, Crust.THIN, 1.5, "menu")  # expect CEL505: Crust.THIN
    bake.delay(bread.pk, "thin", timedelta(minutes=5), path="menu")  # expect CEL505: timedelta(minutes=5)
    bake.delay(bread.pk, "thin", 1.5, path=Path("menus") / name)
    bake.delay(bread.pk, "thin", 1.5, path=Path("menu"))  # expect CEL505: Path("menu")
    sell.delay(bread, "thin", "menu")  # expect CEL505: bread
    sell.delay(bread.pk, Crust.THICK, "menu")  # expect CEL505: Crust.THICK
