"""A list and a set are as good as a tuple, and `throws` takes a class alone."""

from celery import shared_task

from ships.harbour import BerthTaken, moor


@shared_task(autoretry_for=[BerthTaken, OSError], throws=ValueError)
def moor_ship(ship: str) -> str:
    return moor(ship)


@shared_task(autoretry_for={BerthTaken}, dont_autoretry_for=[KeyError])
def moor_tanker(ship: str) -> str:
    return moor(ship, deep=True)
