"""How long either of them is stands elsewhere."""

from datetime import datetime, timedelta

from celery import shared_task

from kiln.settings import COOLING, LIFETIME
from kiln.pots import Pot


@shared_task
def take_out(pot: int) -> None:
    Pot(pot).take_out()


def fired(pot: int, hours: int, deadline: datetime) -> None:
    take_out.apply_async((pot,), countdown=COOLING, expires=10)
    take_out.apply_async((pot,), countdown=3600, expires=LIFETIME)
    take_out.apply_async((pot,), countdown=3600, expires=deadline)
    take_out.apply_async((pot,), eta=deadline - timedelta(hours=1), expires=60)
    take_out.apply_async((pot,), countdown=60 * hours, expires=timedelta(hours=hours).total_seconds())
