from celery import shared_task
from sqlalchemy import create_engine, text

from chess.settings import DATABASE_URL

connection = create_engine(DATABASE_URL).connect()  # expect CEL307: create_engine(DATABASE_URL).connect()


@shared_task
def count_games() -> int:
    return _count("games")


def _count(table: str) -> int:
    return connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()
