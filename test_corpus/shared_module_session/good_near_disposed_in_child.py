"""Each child of the worker drops the connection of its parent."""

from celery import shared_task
from celery.signals import worker_process_init
from sqlalchemy import create_engine, text

from chess.models import Base
from chess.settings import DATABASE_URL

engine = create_engine(DATABASE_URL)
Base.metadata.create_all(engine)


@worker_process_init.connect
def drop_connections(**_: object) -> None:
    engine.dispose(close=False)


@shared_task
def count_games() -> int:
    with engine.connect() as connection:
        return connection.execute(text("SELECT count(*) FROM games")).scalar_one()
