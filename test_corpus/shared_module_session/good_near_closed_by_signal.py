"""After every task the session is closed, which gives its connection back and begins anew."""

from celery import shared_task
from celery.signals import task_postrun

from chess.db import SessionLocal
from chess.models import Rating

db = SessionLocal()


@task_postrun.connect
def close_session(**_: object) -> None:
    db.close()


@shared_task
def rate(player: str, points: int) -> None:
    db.add(Rating(player=player, points=points))
    db.commit()
