from celery import shared_task
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

from chess.models import Game
from chess.settings import DATABASE_URL

engine = create_engine(DATABASE_URL)
Session = sessionmaker(bind=engine)
session = Session()  # expect CEL307: Session()


@shared_task
def finish_game(game_id: int, result: str) -> None:
    game = session.get(Game, game_id)
    game.result = result
    session.commit()
