"""An engine without a pool keeps no connections; nor does one of a file."""

from celery import shared_task
from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool


@shared_task
def analyse(url: str) -> None:
    engine = create_engine(url, poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text("ANALYZE"))


@shared_task
def vacuum() -> None:
    engine = create_engine("sqlite:///cache.db")
    with engine.connect() as connection:
        connection.execute(text("VACUUM"))
