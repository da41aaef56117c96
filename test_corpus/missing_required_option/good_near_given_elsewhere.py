# settings: required-task-options = { "*" = ["time_limit"] }; task-decorators = ["timed"]
"""Where an option may come from is out of sight: a base class, unpacked options, a decorator of the project."""

from celery import Task, shared_task

from cave.base import CaveTask
from cave.bats import count
from cave.options import OPTIONS, timed


class Counting(Task):
    def run(self, cave: int) -> int:
        raise NotImplementedError


@shared_task(base=CaveTask)
def count_bats(cave: int) -> int:
    return count(cave)


@shared_task(**OPTIONS)
def count_spiders(cave: int) -> int:
    return count(cave, legs=8)


@timed
def count_fish(cave: int) -> int:
    return count(cave, legs=0)
