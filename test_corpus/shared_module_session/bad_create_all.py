from celery import shared_task
from sqlalchemy import create_engine
from sqlalchemy.orm import sessionmaker

from chess.models import Base, Game
from chess.settings import DATABASE_URL

engine = create_engine(DATABASE_URL)
Base.metadata.create_all(engine)  # expect CEL307: Base.metadata.create_all(engine)
Session = sessionmaker(bind=engine)


@shared_task
def forget_game(game_id: int) -> None:
    with Session.begin() as session:
        session.delete(session.get(Game, game_id))
