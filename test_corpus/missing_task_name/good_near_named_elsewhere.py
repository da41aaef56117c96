"""The name may come from the decorator of the project, from unpacked options, or from the class."""

from celery import Celery, Task

from bakery.names import BREAD, TaskNames
from bakery.options import DEFAULTS
from bakery.ovens import bake

app = Celery("bakery")


def bakery_task(function):
    return app.task(name=f"bakery.{function.__name__}")(function)


@bakery_task
def bake_rolls(number: int) -> int:
    return bake("rolls", number)


@app.task(**DEFAULTS)
def bake_bread(number: int) -> int:
    return bake(BREAD, number)


@app.task(name=TaskNames.CAKE)
def bake_cake(number: int) -> int:
    return bake("cake", number)


class BakePie(Task):
    name = TaskNames.PIE

    def run(self, number: int) -> int:
        return bake("pie", number)


app.register_task(BakePie())
