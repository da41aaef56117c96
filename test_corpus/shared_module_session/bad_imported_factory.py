from celery import shared_task

from chess.db import SessionLocal
from chess.models import Rating

db = SessionLocal()  # expect CEL307: SessionLocal()


@shared_task
def rate(player: str, points: int) -> None:
    try:
        db.add(Rating(player=player, points=points))
        db.commit()
    except ValueError:
        db.rollback()
