"""Helpers and methods are no tasks."""

from celery import shared_task

from vineyard.barrels import barrels_of, taste


def _sour(barrel: int) -> bool:
    return taste(barrel) > 6


class Cellar:
    def task(self, function):
        return function


cellar = Cellar()


@cellar.task
def sweep() -> None:
    taste(0)


@shared_task(bind=True, name="vineyard.sour_barrels")
def sour_barrels(self, vintage: int) -> list[int]:
    """The barrels of a vintage that turn sour."""

    def worth_a_look(barrel: int) -> bool:
        return barrel > 3

    return [barrel for barrel in barrels_of(vintage) if worth_a_look(barrel) and _sour(barrel)]
