from celery import shared_task
from sqlalchemy import create_engine, select
from sqlalchemy.orm import scoped_session, sessionmaker

from depot.models import Pallet
from depot.settings import DATABASE_URL

Session = scoped_session(sessionmaker(create_engine(DATABASE_URL)))


@shared_task
def weigh(pallet_id: int) -> None:
    try:
        pallet = Session.scalars(select(Pallet).where(Pallet.id == pallet_id)).one()
        pallet.weigh()
        Session.commit()
    finally:
        Session.remove()
