"""The `finally` of the task removes the session that its helper used; another session is closed by its `with`."""

from celery import shared_task
from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker

from depot.models import Pallet
from depot.settings import DATABASE_URL

maker = sessionmaker(create_engine(DATABASE_URL))
Session = scoped_session(maker)


def _weigh(pallet_id: int) -> None:
    Session.get(Pallet, pallet_id).weigh()
    Session.commit()


@shared_task
def weigh(pallet_id: int) -> None:
    try:
        _weigh(pallet_id)
    finally:
        Session.remove()


@shared_task
def name_of(pallet_id: int) -> str:
    with maker() as session:
        return session.get(Pallet, pallet_id).name
