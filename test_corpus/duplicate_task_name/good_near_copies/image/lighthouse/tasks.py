"""The same file, copied for an image."""

from celery import shared_task

from lighthouse.lamps import turn


@shared_task(name="lighthouse.turn")
def turn_lamp(degrees: int) -> None:
    turn(degrees)
