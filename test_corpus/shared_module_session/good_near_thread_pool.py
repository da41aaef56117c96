# settings: worker-pool = "threads"
"""A pool of threads forks no children."""

from celery import shared_task
from sqlalchemy import create_engine, text

from chess.models import Base
from chess.settings import DATABASE_URL

engine = create_engine(DATABASE_URL)
Base.metadata.create_all(engine)


@shared_task
def count_games() -> int:
    with engine.connect() as connection:
        return connection.execute(text("SELECT count(*) FROM games")).scalar_one()
