"""Numbers of seconds, and times."""

from datetime import datetime, timedelta, timezone

from celery import shared_task

from tea.pots import Pot
from tea.settings import BREWING


@shared_task
def pour(pot: int) -> None:
    Pot(pot).pour()


def brew(pot: int, pause: timedelta, cups: int) -> None:
    pour.apply_async((pot,), countdown=pause.total_seconds(), expires=timedelta(hours=1).seconds)
    pour.apply_async((pot,), countdown=BREWING, expires=datetime.now(timezone.utc) + pause)
    pour.apply_async((pot,), countdown=(2 * pause).total_seconds() * cups)
    pour.apply_async((pot,), eta="2031-01-01T12:00:00+00:00", expires=60.0)
    pour.apply_async((pot,), eta=None, countdown=0)
    pot.brew(countdown=pause, eta=5)
