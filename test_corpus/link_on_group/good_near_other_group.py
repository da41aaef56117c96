"""A group of another kind, and a name that may stand for something else than the group."""

from celery import group, shared_task

from train.cars import couple, convoy_of
from train.groups import group as group_of_cars


@shared_task
def couple_car(car: str) -> None:
    couple(car)


def depart(cars: list[str], convoy: bool) -> None:
    group_of_cars(cars).apply_async(link=couple_car.si("last"))
    train = group(couple_car.s(car) for car in cars)
    if convoy:
        train = convoy_of(train)
    train.apply_async(link=couple_car.si("last"))
