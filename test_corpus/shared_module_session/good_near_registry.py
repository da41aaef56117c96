"""A registry gives each thread its own session; the engine connects when it is first used."""

from celery import shared_task
from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker

from chess.models import Game
from chess.settings import DATABASE_URL

engine = create_engine(DATABASE_URL)
session = scoped_session(sessionmaker(bind=engine))


@shared_task
def forget_game(game_id: int) -> None:
    try:
        session.delete(session.get(Game, game_id))
        session.commit()
    finally:
        session.remove()
