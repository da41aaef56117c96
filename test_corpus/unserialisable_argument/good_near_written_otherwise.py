"""Pickle writes these, pydantic the models; `apply` writes nothing; a task class of the project may convert."""

from celery import shared_task
from pydantic import BaseModel

from bees.base import ConvertingTask
from bees.tasks import swarm


class Hive(BaseModel):
    frames: int


@shared_task(serializer="pickle")
def feed(hives: set) -> None:
    print(hives)


@shared_task(pydantic=True)
def inspect_hive(hive: Hive) -> None:
    print(hive)


@shared_task(base=ConvertingTask)
def harvest(hives: set) -> None:
    print(hives)


@shared_task
def count(hives: set) -> int:
    return len(hives)


def summer() -> None:
    feed.delay({1, 2})
    inspect_hive.delay(Hive(frames=3))
    harvest.delay({1, 2})
    swarm.delay(Hive(frames=3))
    count.apply(args=({1, 2},))
    count.apply_async(({1, 2},), serializer="yaml")
