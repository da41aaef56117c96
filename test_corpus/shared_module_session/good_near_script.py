"""What the file does as a script, the worker does not; no task uses the session."""

from celery import shared_task
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from chess.models import Base, Game
from chess.settings import DATABASE_URL

engine = create_engine(DATABASE_URL)
console = Session(engine)


@shared_task
def count_games() -> int:
    with engine.connect() as connection:
        return connection.execute(text("SELECT count(*) FROM games")).scalar_one()


if __name__ == "__main__":
    Base.metadata.create_all(engine)
    print(console.query(Game).count())
