"""What these tasks return when they are called is a signature, or a list of signatures."""

from celery import chain, group, shared_task
from celery.canvas import Signature

from mosque.lamps import lamps_of, light


@shared_task
def light_lamp(lamp: str, oil: int = 1) -> str:
    return light(lamp, oil)


@shared_task
def lighting(hall: str):
    return light_lamp.si(f"{hall}/1")


@shared_task
def all_lamps(hall: str):
    return [light_lamp.si(lamp) for lamp in lamps_of(hall)]


@shared_task
def lamp_again(lamp: str) -> Signature:
    return lamps_of(lamp).signature


def evening(hall: str) -> None:
    chain(lighting(hall), light_lamp.si("gate")).delay()
    group(all_lamps(hall)).delay()
    group(lamp_again(hall), lighting(hall)).delay()
