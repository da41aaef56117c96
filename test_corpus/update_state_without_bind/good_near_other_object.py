"""A unit of translation has an `update_state` of its own, and a `self` in its methods."""

from celery import shared_task

from translations.store import Unit, units_of


class Shelf:
    def __init__(self, units: list[Unit]) -> None:
        self.units = units

    def update_state(self) -> None:
        for unit in self.units:
            unit.update_state()

    def refresh(self) -> None:
        self.update_state()


@shared_task
def refresh_translations(component: str) -> None:
    Shelf(units_of(component)).refresh()
