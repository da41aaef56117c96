# settings: task-decorators = ["urgent"]
"""Celery does not warn of what a base class has, and a decorator of the project may make anything of its options."""

from celery import Celery, Task

from opal.mining import dig
from opal.options import OPTIONS
from opal.tasks_base import urgent

app = Celery("opal")


class Mining(Task):
    queue = "mine"
    abstract = True


@app.task(base=Mining)
def dig_opals(metres: int) -> int:
    return dig(metres)


@urgent(queue="mine")
def dig_fast(metres: int) -> int:
    return dig(metres, fast=True)


@app.task(**OPTIONS)
def dig_slowly(metres: int) -> int:
    return dig(metres, fast=False)
