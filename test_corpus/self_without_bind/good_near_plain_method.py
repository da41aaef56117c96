"""Beside the task stand methods and helpers with a `self`: none of them is a task."""

from celery import shared_task

from bakery.ovens import Oven


class Batch:
    def __init__(self, loaves: int) -> None:
        self.loaves = loaves

    def bake(self, oven: Oven) -> int:
        return oven.bake(self.loaves)


def double(self: Batch) -> Batch:
    return Batch(self.loaves * 2)


@shared_task
def bake_bread(loaves: int) -> int:
    return double(Batch(loaves)).bake(Oven.free())
