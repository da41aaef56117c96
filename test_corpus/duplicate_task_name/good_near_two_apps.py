"""The tasks belong to different apps, which know nothing of each other."""

from celery import Celery

from island.ferries import sail

north = Celery("north")
south = Celery("south")


@north.task(name="island.sail")
def sail_north(ferry: str) -> None:
    sail(ferry, "north")


@south.task(name="island.sail")
def sail_south(ferry: str) -> None:
    sail(ferry, "south")
