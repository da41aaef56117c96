"""The wrapper is given the name in another way, or the decorator gives back what it was given."""

import functools

from celery import shared_task

from radio.waves import tune

STATIONS = []


def logged(function):
    def wrapper(*args):
        print(args)
        return function(*args)

    return functools.update_wrapper(wrapper, function)


def renamed(function):
    def wrapper(*args):
        return function(*args)

    wrapper.__name__ = function.__name__
    return wrapper


def station(function):
    STATIONS.append(function.__name__)
    return function


@shared_task
@logged
def tune_in(frequency: float) -> None:
    tune(frequency)


@shared_task
@renamed
def tune_out(frequency: float) -> None:
    tune(-frequency)


@shared_task
@station
def tune_home() -> None:
    tune(98.5)
