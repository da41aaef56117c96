"""What stands in examples, tests, vendored code or a copy of the file is no task of the same worker."""

from celery import shared_task

from lighthouse.lamps import turn


@shared_task(name="lighthouse.turn")
def turn_lamp(degrees: int) -> None:
    turn(degrees)
