from celery import shared_task

from cheese.celery import app
from cheese.cellar import turn, wash


@shared_task(name="cheese.turn_wheel")
def turn_wheel(wheel: int) -> None:
    turn(wheel)


@shared_task(name="cheese.wash_rind")
def wash_rind(wheel: int) -> None:
    wash(wheel)


def monday(wheel: int) -> None:
    app.send_task("cheese.turn_wheel", args=[wheel])
    app.signature("cheese.wash_rind", args=(wheel,)).delay()
