# settings: task-bases = ["ArcheryTask"]
"""A base of the project may register what is derived from it, or have methods of its own; other classes are none."""

from celery import Task

from archery.base import ArcheryTask
from archery.bows import string, unstring


class String(ArcheryTask):
    def run(self, bow: int) -> None:
        string(bow)


class Unstring(Task):
    def run(self, bow: int) -> None:
        unstring(bow)

    @classmethod
    def delay(cls, bow: int) -> None:
        unstring(bow, later=True)


class Named(Task):
    def __init_subclass__(cls) -> None:
        cls.name = f"archery.{cls.__name__}"


class Oil(Named):
    def run(self, bow: int) -> None:
        string(bow, oil=True)


class Arrow:
    def delay(self, seconds: int) -> None:
        self.seconds = seconds


def shoot(bow: int) -> None:
    String().delay(bow)
    String.delay(bow)
    Unstring.delay(bow)
    Oil().delay(bow)
    Arrow().delay(3)
