"""The registry is made for this run, and forgotten with it."""

from celery import shared_task
from sqlalchemy.orm import scoped_session, sessionmaker

from depot.db import engine
from depot.models import Pallet


@shared_task
def weigh(pallet_id: int) -> None:
    registry = scoped_session(sessionmaker(engine))
    registry.get(Pallet, pallet_id).weigh()
    registry.commit()
