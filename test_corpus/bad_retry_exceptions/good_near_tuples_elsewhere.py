"""These names stand for tuples, or may do."""

from celery import shared_task

from ships import errors
from ships.ais import position
from ships.errors import NETWORK_ERROR, RetryableErrors, transient_errors

TRANSIENT = (ConnectionError, TimeoutError)


@shared_task(autoretry_for=NETWORK_ERROR)
def locate_ship(ship: str) -> tuple[float, float]:
    return position(ship)


@shared_task(autoretry_for=TRANSIENT, dont_autoretry_for=errors.permanent)
def locate_fleet(ships: list[str]) -> list[tuple[float, float]]:
    return [position(ship) for ship in ships]


@shared_task(autoretry_for=RetryableErrors, dont_autoretry_for=transient_errors())
def locate_convoy(ships: list[str]) -> list[tuple[float, float]]:
    return [position(ship) for ship in ships]


@shared_task(autoretry_for=TRANSIENT + (errors.NoSignal,), dont_autoretry_for=())
def locate_tug(ship: str) -> tuple[float, float]:
    return position(ship)
