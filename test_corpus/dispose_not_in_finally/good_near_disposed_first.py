"""The engine of the module is disposed of before the work, to begin with fresh connections."""

from celery import shared_task
from sqlalchemy import create_engine, text

from shop.settings import DATABASE_URL

engine = create_engine(DATABASE_URL)


@shared_task
def vacuum() -> None:
    engine.dispose()
    with engine.connect() as connection:
        connection.execute(text("VACUUM"))
