"""The engine commits each statement."""

from celery import shared_task
from sqlalchemy import create_engine, text
from sqlalchemy.orm import sessionmaker

from fleet.settings import DATABASE_URL

engine = create_engine(DATABASE_URL, isolation_level="AUTOCOMMIT")
open_session = sessionmaker(engine)


@shared_task
def drop_pings() -> None:
    with open_session() as session:
        session.execute(text("DELETE FROM pings"))
