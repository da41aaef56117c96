from celery import shared_task
from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker

from depot.models import Pallet
from depot.settings import DATABASE_URL

session = scoped_session(sessionmaker(create_engine(DATABASE_URL)))


@shared_task
def store(rows: list[dict]) -> None:
    try:
        session.add_all(Pallet(**row) for row in rows)
        session.commit()
    except Exception:
        session.rollback()
        raise
    finally:
        session.remove()
