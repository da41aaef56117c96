"""Every task closes the session, which gives its connection back and begins anew."""

from celery import shared_task

from chess.db import SessionLocal
from chess.models import Rating

db = SessionLocal()


@shared_task
def rate(player: str, points: int) -> None:
    try:
        db.add(Rating(player=player, points=points))
        db.commit()
    finally:
        db.close()
