from celery import shared_task
from sqlalchemy import create_engine, text
from sqlalchemy.orm import sessionmaker

from clinic.settings import DATABASE_URL

engine = create_engine(DATABASE_URL)
open_session = sessionmaker(engine)


def _purge(day: str) -> None:
    session = open_session()  # expect CEL413: open_session()
    try:
        session.execute(text("DELETE FROM visits WHERE day < :day"), {"day": day})
        session.commit()
    finally:
        session.close()


@shared_task
def purge(day: str) -> None:
    _purge(day)
    with engine.connect() as connection:  # expect CEL413: engine.connect()
        connection.execute(text("VACUUM"))
