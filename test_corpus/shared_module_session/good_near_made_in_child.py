"""Each child of the worker opens its own session, and every task leaves it closed."""

from celery import shared_task
from celery.signals import worker_process_init

from chess.db import SessionLocal
from chess.models import Rating

db = None


@worker_process_init.connect
def open_session(**_: object) -> None:
    global db
    db = SessionLocal()


@shared_task
def rate(player: str, points: int) -> None:
    db.add(Rating(player=player, points=points))
    db.commit()
